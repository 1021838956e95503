package io.chokepoint.exchange.intake;

import io.chokepoint.base.Amounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through XML of somebody else before a library builds anything of it: no document type, hence no entities, inside or outside; no deep
 * nesting; no more elements than the bounds allow. Reads piece by piece.
 */
public final class XmlGate {
    private XmlGate() {}

    /** Looks at elements on their way. */
    public interface Watch {
        /** An element starts; the reader stands on it. */
        default void start(String element, XMLStreamReader at) throws RefusedInput {}

        /** A piece of text; one text may come in several. */
        default void text(String piece) {}

        default void end(String element, int line) throws RefusedInput {}
    }

    /**
     * Scans a document in UTF-8, or in UTF-16 with a mark of its order, to its end.
     *
     * @throws RefusedInput if it is not well-formed, or beyond the bounds
     */
    public static void scan(InputStream xml, Watch watch) throws IOException, RefusedInput {
        scan(decoded(xml), watch);
    }

    /** Decoded here: of bytes that are no text the parser would speak to standard error. */
    private static Reader decoded(InputStream xml) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(xml, 2);
        byte[] start = bytes.readNBytes(2);
        bytes.unread(start);
        int mark = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        boolean isUtf16 = mark == 0xFEFF || mark == 0xFFFE;
        return new InputStreamReader(bytes, (isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder());
    }

    /** As {@link #scan(InputStream, Watch)}, of text that is decoded already; what it says of its encoding does not count. */
    public static void scan(Reader xml, Watch watch) throws RefusedInput {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        int line = 1;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            try {
                int depth = 0;
                while (reader.hasNext()) {
                    int event = reader.next();
                    line = Math.max(1, reader.getLocation().getLineNumber());
                    switch (event) {
                        case XMLStreamConstants.DTD ->
                            throw new RefusedInput(
                                    line,
                                    "has a document type (DOCTYPE)",
                                    "a file without one: it may name other files");
                        case XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new RefusedInput(
                                    line, "refers to the entity '" + reader.getLocalName() + "'", "plain text");
                        case XMLStreamConstants.START_ELEMENT -> {
                            if (++depth > Bounds.DEPTH) {
                                throw new RefusedInput(
                                        line,
                                        "has elements more than " + Bounds.DEPTH + " deep within each other",
                                        "at most " + Amounts.count(Bounds.DEPTH));
                            }
                            watch.start(reader.getLocalName(), reader);
                        }
                        case XMLStreamConstants.END_ELEMENT -> {
                            depth--;
                            watch.end(reader.getLocalName(), line);
                        }
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> watch.text(reader.getText());
                        default -> {}
                    }
                }
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof CharacterCodingException) {
                throw new RefusedInput(line, "is not UTF-8", "UTF-8 text");
            }
            int at = e.getLocation() == null
                    ? line
                    : Math.max(line, e.getLocation().getLineNumber());
            throw new RefusedInput(at, "is not well-formed XML", "XML that is whole");
        }
    }
}
