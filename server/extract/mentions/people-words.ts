// Words around the names of people: titles before them, what people do, and words that are never part of a name.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Words of titles and offices that stand before a name; several may, in any order. */
export const titles = words(`
mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir lord lady dame baroness count king queen prince princess pope
cardinal archbishop bishop rabbi imam sheikh ayatollah reverend father sister
president vice-president premier prime minister chancellor governor mayor senator sen. rep. representative congressman
congresswoman deputy minister secretary secretary-general commissioner ambassador envoy consul speaker judge justice
attorney prosecutor sheriff chief chairman chairwoman chairperson chair director ceo president-elect
chancellor-designate president-designate
general gen. colonel col. major captain capt. lieutenant lt. sergeant sgt. admiral adm. commander marshal
spokesman spokeswoman spokesperson analyst economist professor coach manager analyst lawyer leader lawmaker co-chair
councilman councillor councilwoman mp mep republican democrat counsel candidate officer
`);
/** Nouns of offices that may follow a name after a comma: "Mara Voss, a spokesperson for …". */
export const roles = words(`
spokesman spokeswoman spokesperson president minister chancellor director secretary chairman chairwoman chair head chief
professor analyst economist lawyer attorney senator governor mayor leader founder executive officer official editor
reporter ambassador envoy commissioner general colonel researcher expert historian scientist author member partner
manager owner coach adviser advisor aide candidate lawmaker prosecutor judge
`);
/** Particles inside a name. */
export const particles = words('de da di do dos del der den van von la le el al bin ibn abu ter ten zu y e');
/** Verbs of saying that stand beside a person. */
export const sayings = words(`
said says say told tells added adds argued argues asked asks announced announces claimed claims commented confirmed
confirms declared declares denied denies emphasized emphasised explained explains insisted insists maintained maintains
noted notes predicted recalled remarked replied responded stated states stressed suggested suggests testified tweeted
warned warns wrote writes believes believed acknowledged conceded vowed pledged urged
`);
/** Capitalised words that begin no name of a person. */
export const notNames = words(`
the a an this that these those it he she they we you i his her its their our my your in on at of for from by with to
as and but or if when while after before since until because although though however meanwhile according also both
all many most some several few no not there here what who which where why how new north south east west central
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr yes
now so former outgoing then acting late once just even still again yet today yesterday
read next related share subscribe copyright photo image advertisement editor
`);
/** Words that make a capitalised phrase something other than a person. */
export const notPeople = words(`
city state county street avenue road river lake sea ocean island islands bay mountain mount square park airport bridge
tower hall house castle palace stadium center centre hospital school college university institute museum library church
bank company corporation corp corp. inc inc. ltd ltd. llc plc group holdings partners fund foundation trust association
society union federation league club party committee commission council parliament congress senate assembly court
department ministry agency bureau office administration authority board service army navy force forces guard police
times post news herald tribune journal gazette daily weekly press magazine radio television tv channel network media
act bill law treaty agreement accord convention plan project program programme initiative summit conference festival
war battle day night cup games olympics prize award street series championship bowl church street's republic kingdom
states nations
`);
