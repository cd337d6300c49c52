import type { PageWords } from '../pageWords.ts';

export const spanish: PageWords = {
  navigation:
    'menú|inicio|portada|buscar|búsqueda|ir al contenido|ir al contenido principal|saltar al contenido|pasar al contenido principal|volver|volver a *|volver arriba|leer más|seguir leyendo|saber más|ver más|ver todo|ver todos|mostrar más|siguiente|anterior|artículo siguiente|artículo anterior|estás aquí|usted está aquí|iniciar sesión|registrarse|regístrate|cerrar|índice|imprimir|escuchar|suscríbete',
  cookies:
    'utilizamos|usamos|este sitio utiliza|este sitio usa|este sitio web utiliza|este sitio web usa|esta web utiliza|esta web usa|nuestros socios',
  cookieButtons: 'aceptar|rechazar|configurar|política|gestionar|configuración',
  browser:
    'su navegador|tu navegador|activar javascript|active javascript|activa javascript|habilitar javascript|javascript está desactivado',
  hotline:
    'en caso de emergencia|llame al|llamar al|llama al|marque el|teléfono de emergencias|teléfono de atención',
  share:
    'compartir|comparte|compartir artículo|compartir este artículo|compartir en *|compartir por *|copiar enlace|enviar por correo|enviar por email|tuitear',
  newsletter:
    'newsletter|boletín|suscríbete a *|suscríbase a *|recibe *correo*|recibe *newsletter*|recibe *boletín*|apúntate a *|inscríbete *',
  advertisement: 'publicidad|anuncio|contenido patrocinado|patrocinado|espacio patrocinado',
  rights: 'todos los derechos reservados',
  legal:
    'aviso legal|política de privacidad|política de cookies|términos y condiciones|condiciones de uso|términos de uso|contacto|mapa del sitio|accesibilidad',
  caption: 'foto|fotos|fotografía|imagen|crédito|créditos|ilustración|pie de foto',
  comments:
    'comentarios|comentar|* comentarios|deja un comentario|dejar un comentario|ver comentarios|añadir comentario|únete a la conversación',
  by: 'por|escrito por|texto de',
  roles:
    'periodista|redactor|redactora|redacción|corresponsal|enviado especial|enviada especial|reportero|reportera|columnista',
  published:
    'publicado|publicado el|publicada el|actualizado|actualizado el|última actualización|modificado el|fecha|el|creado el',
  related:
    'relacionado|relacionados|artículos relacionados|noticias relacionadas|contenido relacionado|contenidos relacionados|te puede interesar|te puede interesar *|también te puede interesar|le puede interesar|lea también|lee también|leer también|más sobre *|más noticias|lo más leído|lo más visto|ver también|véase también|recomendados|te recomendamos|entradas relacionadas',
  greeting:
    'buenos días|buenas (?:tardes|noches)|señoras y señores|señores y señoras|(?:queridos|queridas|estimados|estimadas) (?:amigos|amigas|colegas|compatriotas|ciudadanos)|compatriotas|(?:señor|señora) (?:presidente|presidenta|ministro|ministra|secretario)|excelencias|majestad',
  announced:
    'discurso (?:de|del) *|intervención (?:de|del) *|palabras (?:de|del) *|declaración (?:de|del) *|(?:texto|transcripción) (?:completo |completa |íntegro |íntegra )?(?:del|de su|de la) (?:discurso|intervención|alocución)',
  thanks: 'muchas gracias|gracias|muchísimas gracias|gracias a todos',
};
