// Demonyms of countries and the capitals that stand for their governments; names themselves come from i18n-iso-countries.

/** ISO 3166 code, demonyms, and after the bar capitals and seats of government. */
const table = `
AF Afghan,Afghani|Kabul
AL Albanian|Tirana
DZ Algerian|Algiers
AD Andorran|
AO Angolan|Luanda
AR Argentine,Argentinian|Buenos Aires
AM Armenian|Yerevan
AU Australian|Canberra
AT Austrian|Vienna
AZ Azerbaijani,Azeri|Baku
BH Bahraini|Manama
BD Bangladeshi|Dhaka
BB Barbadian|Bridgetown
BY Belarusian,Belarussian|Minsk
BE Belgian|Brussels
BZ Belizean|
BJ Beninese|Porto-Novo
BT Bhutanese|Thimphu
BO Bolivian|La Paz
BA Bosnian|Sarajevo
BW Botswanan|Gaborone
BR Brazilian|Brasilia,Brasília
BN Bruneian|
BG Bulgarian|Sofia
BF Burkinabe|Ouagadougou
BI Burundian|
KH Cambodian|Phnom Penh
CM Cameroonian|Yaounde
CA Canadian|Ottawa
CF Central African|Bangui
TD Chadian|N'Djamena
CL Chilean|Santiago
CN Chinese|Beijing,Peking
CO Colombian|Bogota,Bogotá
CG Congolese|Brazzaville
CD Congolese|Kinshasa
CR Costa Rican|
CI Ivorian|Abidjan,Yamoussoukro
HR Croatian,Croat|Zagreb
CU Cuban|Havana
CY Cypriot|Nicosia
CZ Czech|Prague
DK Danish,Dane|Copenhagen
DJ Djiboutian|
DO |Santo Domingo
EC Ecuadorian,Ecuadorean|Quito
EG Egyptian|Cairo
SV Salvadoran,Salvadorean|San Salvador
ER Eritrean|Asmara
EE Estonian|Tallinn
SZ Swazi|
ET Ethiopian|Addis Ababa
FJ Fijian|Suva
FI Finnish,Finn|Helsinki
FR French|Paris,Élysée,Quai d'Orsay
GA Gabonese|Libreville
GM Gambian|Banjul
GE |Tbilisi
DE German|Berlin
GH Ghanaian|Accra
GR Greek|Athens
GT Guatemalan|
GN Guinean|Conakry
GY Guyanese|
HT Haitian|Port-au-Prince
HN Honduran|Tegucigalpa
HU Hungarian|Budapest
IS Icelandic,Icelander|Reykjavik
IN Indian|New Delhi,Delhi
ID Indonesian|Jakarta
IR Iranian|Tehran,Teheran
IQ Iraqi|Baghdad
IE Irish|Dublin
IL Israeli|
IT Italian|Rome
JM Jamaican|
JP Japanese|Tokyo
JO Jordanian|Amman
KZ Kazakh,Kazakhstani|Astana
KE Kenyan|Nairobi
KP North Korean|Pyongyang
KR South Korean|Seoul
XK Kosovar,Kosovan|Pristina
KW Kuwaiti|
KG Kyrgyz|Bishkek
LA Laotian,Lao|Vientiane
LV Latvian|Riga
LB Lebanese|Beirut
LS Basotho|Maseru
LR Liberian|Monrovia
LY Libyan|Tripoli
LI |Vaduz
LT Lithuanian|Vilnius
LU Luxembourgish|
MG Malagasy|Antananarivo
MW Malawian|Lilongwe
MY Malaysian|Kuala Lumpur,Putrajaya
MV Maldivian|
ML Malian|Bamako
MT Maltese|Valletta
MR Mauritanian|Nouakchott
MU Mauritian|
MX Mexican|Mexico City
MD Moldovan|Chisinau,Chișinău
MC Monegasque|
MN Mongolian|Ulaanbaatar,Ulan Bator
ME Montenegrin|Podgorica
MA Moroccan|Rabat
MZ Mozambican|Maputo
MM Burmese|Naypyidaw,Naypyitaw
NA Namibian|Windhoek
NP Nepali,Nepalese|Kathmandu
NL Dutch|The Hague,Amsterdam
NZ New Zealander|
NI Nicaraguan|Managua
NE Nigerien|Niamey
NG Nigerian|Abuja
MK Macedonian,North Macedonian|Skopje
NO Norwegian|Oslo
OM Omani|Muscat
PK Pakistani|Islamabad
PS Palestinian|Ramallah
PA Panamanian|
PG Papua New Guinean|
PY Paraguayan|
PE Peruvian|Lima
PH Philippine,Filipino|Manila
PL Polish|Warsaw
PT Portuguese|Lisbon
QA Qatari|Doha
RO Romanian|Bucharest
RU Russian|Moscow,Kremlin
RW Rwandan|Kigali
SA Saudi,Saudi Arabian|Riyadh
SN Senegalese|Dakar
RS Serbian,Serb|Belgrade
SL Sierra Leonean|
SG Singaporean|
SK Slovak,Slovakian|Bratislava
SI Slovenian,Slovene|Ljubljana
SO Somali|Mogadishu
ZA South African|Pretoria
SS South Sudanese|Juba
ES Spanish|Madrid
LK Sri Lankan|Colombo
SD Sudanese|Khartoum
SR Surinamese|Paramaribo
SE Swedish,Swede|Stockholm
CH Swiss|Bern,Berne
SY Syrian|Damascus
TW Taiwanese|Taipei
TJ Tajik|Dushanbe
TZ Tanzanian|Dodoma
TH Thai|Bangkok
TG Togolese|
TT Trinidadian|
TN Tunisian|
TR Turkish|Ankara
TM Turkmen|Ashgabat
UG Ugandan|Kampala
UA Ukrainian|Kyiv,Kiev
AE Emirati|Abu Dhabi
GB British,Briton|London,Downing Street,Whitehall
US American|Washington,White House
UY Uruguayan|Montevideo
UZ Uzbek|Tashkent
VA |Holy See
VE Venezuelan|Caracas
VN Vietnamese|Hanoi
YE Yemeni|Sanaa
ZM Zambian|Lusaka
ZW Zimbabwean|Harare
`;

export interface CountryWords {
  code: string;
  demonyms: readonly string[];
  seats: readonly string[];
}
const list = (text: string | undefined): string[] => (text ?? '').split(',').filter((word) => word !== '');
export const countryWords: readonly CountryWords[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [demonyms, seats] = line.slice(3).split('|');
    return { code: line.slice(0, 2), demonyms: list(demonyms), seats: list(seats) };
  });

/** Short forms that the list of names lacks. */
export const otherNames: Readonly<Record<string, readonly string[]>> = {
  US: ['US', 'U.S.', 'USA', 'America'],
  GB: ['UK', 'U.K.', 'Britain', 'Great Britain'],
  AE: ['UAE', 'U.A.E.', 'Emirates'],
  KP: ['North Korea', 'N. Korea', 'DPRK'],
  KR: ['South Korea', 'S. Korea'],
  RU: ['Russia'],
  CZ: ['Czech Republic', 'Czechia'],
  SY: ['Syria'],
  IR: ['Iran'],
  VN: ['Vietnam'],
  MK: ['North Macedonia', 'Macedonia'],
  MD: ['Moldova'],
  TZ: ['Tanzania'],
  LA: ['Laos'],
  VE: ['Venezuela'],
  BO: ['Bolivia'],
  BN: ['Brunei'],
  VA: ['Vatican'],
  TW: ['Taiwan'],
  PS: ['Palestine'],
  XK: ['Kosovo'],
  CI: ['Ivory Coast'],
  CD: ['DR Congo', 'Democratic Republic of Congo'],
  TR: ['Turkey', 'Türkiye'],
  NL: ['Netherlands', 'Holland'],
  BA: ['Bosnia'],
};
/** Names of countries that are as often something else: a first name, a state, a bird. They need more than the word. */
export const doubtful: ReadonlySet<string> = new Set([
  'Georgia',
  'Jordan',
  'Chad',
  'Jersey',
  'Guinea',
  'Niger',
  'Mali',
]);
