/** The worker in which pdf.js reads a PDF: what a hostile file breaks is this worker, not the page. */
import 'pdfjs-dist/build/pdf.worker.mjs'
