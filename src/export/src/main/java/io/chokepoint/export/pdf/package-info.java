/**
 * The report as a PDF, from the same content as the page. The library that sets it is known here alone.
 *
 * <p>May import: {@code text}, {@code export.report}; OpenHTMLtoPDF on PDFBox.
 */
@NullMarked
package io.chokepoint.export.pdf;

import org.jspecify.annotations.NullMarked;
