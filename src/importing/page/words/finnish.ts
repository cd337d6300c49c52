import type { PageWords } from '../pageWords.ts';

export const finnish: PageWords = {
  navigation:
    'valikko|etusivu|haku|hae|siirry sisältöön|siirry pääsisältöön|hyppää sisältöön|takaisin|takaisin ylös|lue lisää|lue koko *|näytä lisää|näytä kaikki|katso kaikki|seuraava|edellinen|olet tässä|kirjaudu|kirjaudu sisään|rekisteröidy|sulje|sisällys|tulosta|kuuntele|tallenna',
  cookies: 'käytämme|tämä sivusto käyttää|sivusto käyttää|sivustomme käyttää|verkkosivusto käyttää',
  cookieButtons: 'hyväksy|hyväksyn|hylkää|asetukset|hallitse|salli',
  browser: 'selaimesi|ota javascript käyttöön|javascript ei ole käytössä',
  hotline: 'hätätilanteessa|hätätapauksessa|soita|hätänumero|kriisipuhelin',
  share: 'jaa|jaa artikkeli|jaa sivu|jaa tämä *|kopioi linkki|lähetä sähköpostilla|twiittaa',
  newsletter: 'uutiskirje|tilaa uutiskirje*|tilaa *uutiskirje*|liity *postituslist*',
  advertisement:
    'mainos|ilmoitus|sponsoroitu sisältö|kaupallinen yhteistyö|juttu jatkuu mainoksen jälkeen|artikkeli jatkuu mainoksen jälkeen',
  rights: 'kaikki oikeudet pidätetään',
  legal:
    'tietosuoja|tietosuojaseloste|tietosuojakäytäntö|käyttöehdot|yhteystiedot|ota yhteyttä|saavutettavuus|saavutettavuusseloste',
  caption: 'kuva|kuvat|kuvateksti|valokuva|kuvaaja',
  comments:
    'kommentit|kommentoi|* kommenttia|kirjoita kommentti|jätä kommentti|näytä kommentit|osallistu keskusteluun',
  by: 'kirjoittaja:|teksti:|kirjoittanut',
  roles: 'toimittaja|toimitus|kirjeenvaihtaja|päätoimittaja|kolumnisti',
  published: 'julkaistu|päivitetty|viimeksi päivitetty|muokattu|päivämäärä|luotu',
  related:
    'lue myös|lisää aiheesta|aiheeseen liittyvää|aiheesta lisää|liittyvät artikkelit|katso myös|luetuimmat|suosituimmat|suositellut|suosittelemme|muita uutisia',
  greeting:
    'hyvää (?:huomenta|päivää|iltaa|iltapäivää)|hyvät (?:naiset ja herrat|ystävät|kuulijat|kollegat|kansalaiset|kansanedustajat|vieraat)|arvoisa (?:puhemies|puheenjohtaja|rouva|herra|yleisö)|arvoisat (?:kuulijat|vieraat)|teidän ylhäisyytenne',
  announced:
    'muutosvarauksin|(?:puhe|puheenvuoro) * muutosvarauksin*|* puhe (?:eduskunnassa|seminaarissa|tilaisuudessa) *',
  thanks: 'kiitos|kiitoksia|paljon kiitoksia|kiitän|kiitos huomiostanne',
};
