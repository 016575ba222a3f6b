// Runs the quote annotator of Stanford CoreNLP over texts: for each quotation its place and that of the mention of its speaker.
//
// Usage: java -cp 'lib/*' Quotes.java FOLDER NAME... with texts FOLDER/NAME.txt in UTF-8. For each it prints a line
// NAME <tab> milliseconds <tab> quotations, each as quote start, quote end, mention start, mention end with commas
// between them, and blanks between the quotations; a mention that was not found is -1,-1. Offsets are code points, ends
// exclusive. Settings are CoreNLP's own, which ask for coreference to find speakers.
//
// CoreNLP is under GPL-3.0: it is fetched to be measured, runs as a program of its own, and nothing of it is in Hearsay.
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.util.CoreMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

public class Quotes {
  public static void main(String[] args) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(settings);
    for (int at = 1; at < args.length; at++) {
      String text = Files.readString(Path.of(args[0], args[at] + ".txt"), StandardCharsets.UTF_8);
      long begun = System.nanoTime();
      Annotation annotated = new Annotation(text);
      pipeline.annotate(annotated);
      long milliseconds = (System.nanoTime() - begun) / 1_000_000;
      System.out.println(args[at] + "\t" + milliseconds + "\t" + quotations(annotated, text));
    }
  }

  private static String quotations(Annotation annotated, String text) {
    List<CoreLabel> tokens = annotated.get(CoreAnnotations.TokensAnnotation.class);
    List<String> found = new ArrayList<>();
    for (CoreMap quote : annotated.get(CoreAnnotations.QuotationsAnnotation.class)) {
      Integer first = quote.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
      Integer last = quote.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
      int begin = quote.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class);
      int end = quote.get(CoreAnnotations.CharacterOffsetEndAnnotation.class);
      boolean isKnown = first != null && last != null;
      found.add(points(text, begin) + "," + points(text, end) + ","
          + (isKnown ? points(text, tokens.get(first).beginPosition()) : -1) + ","
          + (isKnown ? points(text, tokens.get(last).endPosition()) : -1));
    }
    return String.join(" ", found);
  }

  private static int points(String text, int units) {
    return text.codePointCount(0, units);
  }
}
