import type { PageWords } from '../pageWords.ts';

export const italian: PageWords = {
  navigation:
    'menù|menu|home|cerca|ricerca|vai al contenuto|vai al contenuto principale|salta al contenuto|torna su|torna alla *|torna indietro|indietro|leggi tutto|leggi di più|continua a leggere|scopri di più|mostra altro|vedi tutti|vedi tutto|articolo successivo|articolo precedente|ti trovi in|sei in|accedi|registrati|chiudi|indice|stampa|ascolta',
  cookies:
    'utilizziamo|usiamo|questo sito utilizza|questo sito usa|questo sito web utilizza|il nostro sito utilizza',
  cookieButtons: 'accetta|accettare|rifiuta|gestisci|preferenze|informativa|impostazioni',
  browser:
    'il tuo browser|il suo browser|attiva javascript|abilita javascript|abilitare javascript|javascript è disattivato',
  hotline: 'in caso di emergenza|chiama il|chiamare il|numero verde|componi il|telefono amico',
  share:
    'condividi|condividi l’articolo|condividi questo articolo|condividi su *|condividi via *|copia link|copia il link|invia per e-mail|invia via email',
  newsletter:
    'newsletter|iscriviti alla *|iscriviti a *|ricevi *newsletter*|ricevi *email*|abbonati *',
  advertisement:
    'pubblicità|annuncio|contenuto sponsorizzato|sponsorizzato|continua dopo la pubblicità',
  rights: 'tutti i diritti riservati|riproduzione riservata',
  legal:
    'note legali|informativa sulla privacy|informativa privacy|condizioni d’uso|termini e condizioni|contatti|mappa del sito|accessibilità|privacy',
  caption: 'foto|fotografia|immagine|didascalia|crediti',
  comments:
    'commenti|commenta|* commenti|lascia un commento|scrivi un commento|vedi i commenti|mostra commenti',
  by: 'di|a cura di|scritto da',
  roles:
    'giornalista|redattore|redattrice|redazione|corrispondente|inviato|inviata|inviato speciale',
  published:
    'pubblicato|pubblicato il|pubblicata il|aggiornato|aggiornato il|aggiornato al|ultimo aggiornamento|ultima modifica|modificato il|data|il',
  related:
    'articoli correlati|correlati|notizie correlate|contenuti correlati|leggi anche|potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|ti potrebbero interessare|altri articoli|più letti|i più letti|le più lette|vedi anche|approfondimenti|per approfondire',
  greeting:
    'buongiorno|buonasera|buon pomeriggio|signore e signori|(?:cari|care|gentili|illustri) (?:amici|amiche|colleghi|colleghe|ospiti|concittadini|signori)|care concittadine|(?:signor|signora) (?:presidente|ministro|ministra)|onorevoli colleghi|autorità',
  announced:
    'discorso (?:di|del|della|dell’) *|intervento (?:di|del|della|dell’) *|(?:testo|trascrizione) (?:integrale )?(?:del|dell’)? ?(?:discorso|intervento) *',
  thanks: 'grazie|grazie mille|grazie a tutti|vi ringrazio|molte grazie|grazie per l’attenzione',
};
