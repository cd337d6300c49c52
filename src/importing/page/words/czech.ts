import type { PageWords } from '../pageWords.ts';

export const czech: PageWords = {
  navigation:
    'menu|domů|úvod|úvodní stránka|hlavní stránka|hledat|vyhledávání|přejít k obsahu|přejít na obsah|přeskočit na obsah|zpět|zpět na *|nahoru|číst více|číst dál|celý článek|více|více informací|zobrazit více|zobrazit vše|další|předchozí|další článek|předchozí článek|nacházíte se zde|přihlásit|přihlásit se|registrovat|registrace|zavřít|obsah|tisk|vytisknout',
  cookies:
    'používáme|využíváme|tento web používá|tyto stránky používají|tato stránka používá|náš web používá',
  cookieButtons: 'přijmout|souhlasím|odmítnout|nastavení|zásady|povolit',
  browser: 'váš prohlížeč|zapněte javascript|povolte javascript|javascript je vypnutý',
  hotline: 'v naléhavých případech|volejte|tísňov* linka|linka důvěry|linka bezpečí',
  share:
    'sdílet|sdílejte|sdílet článek|sdílet na *|zkopírovat odkaz|kopírovat odkaz|poslat e-mailem|tweetnout',
  newsletter: 'newsletter|přihlaste se k odběru*|odebírat *|odebírejte *|přihlásit k odběru*',
  advertisement:
    'reklama|inzerce|komerční sdělení|sponzorovaný obsah|článek pokračuje pod reklamou',
  rights: 'všechna práva vyhrazena',
  legal:
    'ochrana osobních údajů|zásady ochrany osobních údajů|podmínky užití|obchodní podmínky|kontakt|kontakty|prohlášení o přístupnosti|mapa stránek',
  caption: 'foto|fotografie|obrázek|autor fotografie|popisek',
  comments:
    'komentáře|diskuse|diskuze|* komentářů|přidat komentář|vstoupit do diskuse|zobrazit komentáře',
  by: 'autor:|autorka:|napsal|napsala|text:',
  roles: 'redaktor|redaktorka|redakce|zpravodaj|zpravodajka|reportér|reportérka|novinář|novinářka',
  published:
    'publikováno|zveřejněno|vydáno|aktualizováno|naposledy aktualizováno|datum|dne|vytvořeno',
  related:
    'související|související články|související témata|čtěte také|čtěte též|čtěte dále|přečtěte si také|mohlo by vás zajímat|mohlo by vás také zajímat|další články|nejčtenější|doporučujeme|viz též|viz také|více k tématu',
  greeting:
    'dobrý (?:den|večer)|dobré (?:ráno|odpoledne|dopoledne)|dámy a pánové|vážené dámy|vážení (?:přátelé|hosté|kolegové|občané|spoluobčané|přítomní)|milí (?:přátelé|spoluobčané|hosté)|drazí spoluobčané|(?:vážený )?pane (?:prezidente|předsedo|premiére)|(?:vážená )?paní (?:předsedkyně|prezidentko)|excelence',
  announced:
    'platí mluvené slovo|(?:projev|vystoupení|proslov) (?:prezidenta|premiéra|předsedy|ministra|ministryně|na|při|k) *|(?:celý|plný) text projevu *|(?:projev|vystoupení) v plném znění *',
  thanks: 'děkuji|děkuji vám|děkuji za pozornost|děkuji vám za pozornost|díky',
};
