import type { PageWords } from '../pageWords.ts';

export const dutch: PageWords = {
  navigation:
    'menu|home|startpagina|zoeken|zoek|naar de inhoud|naar inhoud|naar hoofdinhoud|ga naar de inhoud|ga direct naar de inhoud|spring naar *|terug|terug naar *|naar boven|lees meer|lees verder|meer lezen|meer weten|toon meer|bekijk alle|alles bekijken|volgende|vorige|volgend artikel|vorig artikel|u bent hier|inloggen|aanmelden|registreren|sluiten|inhoud|inhoudsopgave|afdrukken|beluister artikel|bewaren',
  cookies:
    'wij gebruiken|we gebruiken|deze website gebruikt|deze site gebruikt|onze website gebruikt|maakt gebruik van',
  cookieButtons: 'accepteren|weigeren|instellingen|beleid|toestaan|accepteer',
  browser:
    'uw browser|je browser|schakel javascript in|javascript is uitgeschakeld|javascript inschakelen',
  hotline: 'bij nood|in geval van nood|bel dan|bel gratis|hulplijn|noodnummer|bel met',
  share:
    'delen|deel|deel dit artikel|artikel delen|delen op *|deel op *|deel via *|delen via *|kopieer link|link kopiëren|e-mail dit artikel|doorsturen',
  newsletter:
    'nieuwsbrief|* nieuwsbrief*aanmelden*|aanmelden voor *|abonneer je *|abonneer u *|schrijf je in *|schrijf u in *|ontvang *nieuwsbrief*|meld je aan *nieuwsbrief*',
  advertisement:
    'advertentie|gesponsord|gesponsorde inhoud|reclame|artikel gaat verder onder de advertentie|tekst loopt door onder *',
  rights: 'alle rechten voorbehouden',
  legal:
    'privacy|privacyverklaring|privacybeleid|cookiebeleid|gebruiksvoorwaarden|algemene voorwaarden|disclaimer|contact|colofon|toegankelijkheid|sitemap',
  caption: 'foto|foto’s|beeld|afbeelding|bijschrift|fotograaf',
  comments:
    'reacties|reageer|reageren|* reacties|plaats een reactie|geef een reactie|bekijk reacties|praat mee',
  by: 'door|tekst:',
  roles:
    'redacteur|redactrice|redactie|correspondent|correspondente|verslaggever|verslaggeefster|journalist|columnist',
  published:
    'gepubliceerd|gepubliceerd op|geplaatst op|geplaatst|bijgewerkt|bijgewerkt op|laatst bijgewerkt|laatst bijgewerkt op|gewijzigd op|datum|op',
  related:
    'lees ook|lees meer over *|gerelateerd|gerelateerde artikelen|gerelateerd nieuws|meer over *|meer nieuws|meest gelezen|best gelezen|zie ook|verder lezen|aanbevolen|misschien ook interessant|ook interessant|meer van *',
  greeting:
    'goede(?:morgen|middag|navond)|goeden(?:avond|dag)|dames en heren|(?:beste|geachte|lieve|waarde) (?:collega’s|vrienden|aanwezigen|dames en heren|medewerkers|gasten|voorzitter|leden)|(?:mijnheer|meneer|mevrouw) de voorzitter|excellenties|majesteit|landgenoten',
  announced:
    'alleen het gesproken woord geldt|(?:toespraak|speech|rede|lezing) (?:van|door) *|de (?:toespraak|speech|rede) (?:is )?(?:hier |hieronder )?te lezen *|uitgesproken (?:op|door) *',
  thanks:
    'dank u wel|dank u|dank je wel|dank jullie wel|ik dank u|hartelijk dank|bedankt|veel dank',
};
