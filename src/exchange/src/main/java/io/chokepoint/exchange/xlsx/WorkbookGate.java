package io.chokepoint.exchange.xlsx;

import io.chokepoint.base.Amounts;
import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.RefusedInput;
import io.chokepoint.exchange.intake.XmlGate;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through every part of a workbook before the library reads it: a part that unpacks without end, a cell far to the right or a shared text that
 * is not there would otherwise fill the memory.
 */
final class WorkbookGate {
    /** Parts below this size may unpack to any multiple: small files of spaces do. */
    private static final long SMALL = 1_000_000;

    /** Formulas: for each cell the library tries all that fill several. */
    private static final int MOST_FORMULAS = 100_000;

    private static final int MOST_ARRAY_FORMULAS = 500;
    private static final int MOST_FORMULA_LETTERS = 8_192;

    private static final long MEGABYTE = 1_000_000;
    private static final int LETTERS = 26;
    private static final int MOST_DIGITS = 12;
    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,7}");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,8}");

    private long unpacked;
    private long cells;
    private int formulas;
    private int arrayFormulas;
    private int sharedTexts;
    private int highestShared = -1;

    private WorkbookGate() {}

    /** @throws RefusedInput if the workbook is not to be read */
    static void check(Path file) throws IOException, RefusedInput {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new WorkbookGate().check(zip);
        } catch (ZipException e) {
            throw new RefusedInput(0, "is no workbook: it cannot be unpacked", "an .xlsx file");
        }
    }

    private void check(ZipFile zip) throws IOException, RefusedInput {
        List<? extends ZipEntry> entries =
                zip.stream().limit(Bounds.WORKBOOK_PARTS + 1L).toList();
        if (entries.size() > Bounds.WORKBOOK_PARTS) {
            throw new RefusedInput(
                    0, "has more than " + Amounts.count(Bounds.WORKBOOK_PARTS) + " parts", "a workbook of fewer");
        }
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries) {
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new RefusedInput(0, "has the part '" + entry.getName() + "' twice", "each part once");
            }
        }
        if (!names.contains("[content_types].xml")) {
            throw new RefusedInput(0, "is no workbook: it has no [Content_Types].xml", "an .xlsx file");
        }
        for (ZipEntry entry : entries) {
            part(zip, entry);
        }
        if (highestShared >= sharedTexts) {
            throw new RefusedInput(
                    0,
                    "refers to the shared text " + Amounts.count(highestShared) + ", but has "
                            + Amounts.count(sharedTexts),
                    "a workbook that is whole");
        }
    }

    private void part(ZipFile zip, ZipEntry entry) throws IOException, RefusedInput {
        String name = entry.getName();
        boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
        try (InputStream in = new Counting(zip.getInputStream(entry), entry.getCompressedSize())) {
            if (isXml) {
                XmlGate.scan(in, new Cells());
            } else {
                // Its size counts whatever it holds.
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (TooLarge e) {
            throw e.why.within(name);
        } catch (ZipException | EOFException e) {
            throw new RefusedInput(0, "cannot be unpacked", "a workbook that is whole").within(name);
        } catch (RefusedInput e) {
            throw e.within(name);
        }
    }

    /** Cells and shared texts of a part; a part that holds neither passes. */
    private final class Cells implements XmlGate.Watch {
        private final StringBuilder text = new StringBuilder();
        private int row;
        private boolean isShared;
        private boolean inValue;
        private boolean inFormula;
        private int formulaLetters;

        @Override
        public void start(String element, XMLStreamReader at) throws RefusedInput {
            switch (element) {
                case "si" -> sharedTexts++;
                case "row" -> row(at);
                case "c" -> cell(at);
                case "f" -> formula(at);
                case "v" -> {
                    inValue = isShared;
                    text.setLength(0);
                }
                default -> {}
            }
        }

        private void row(XMLStreamReader at) throws RefusedInput {
            String stated = at.getAttributeValue(null, "r");
            row = stated == null ? row + 1 : number(stated, at);
            if (row > Bounds.ROWS) {
                throw new RefusedInput(
                        line(at),
                        "has the row " + Amounts.count(row),
                        "at most " + Amounts.count(Bounds.ROWS) + " rows");
            }
        }

        private void formula(XMLStreamReader at) throws RefusedInput {
            inFormula = true;
            formulaLetters = 0;
            formulas++;
            arrayFormulas += "array".equals(at.getAttributeValue(null, "t")) ? 1 : 0;
            if (formulas > MOST_FORMULAS || arrayFormulas > MOST_ARRAY_FORMULAS) {
                throw new RefusedInput(
                        line(at),
                        "has one formula too many",
                        "values in place of formulas, as 'paste values' makes them");
            }
        }

        private void cell(XMLStreamReader at) throws RefusedInput {
            isShared = "s".equals(at.getAttributeValue(null, "t"));
            if (++cells > Bounds.CELLS) {
                throw new RefusedInput(
                        line(at), "has one cell too many", "at most " + Amounts.count(Bounds.CELLS) + " cells");
            }
            String place = at.getAttributeValue(null, "r");
            if (place == null) {
                return;
            }
            Matcher parts = PLACE.matcher(place);
            if (!parts.matches()) {
                throw new RefusedInput(line(at), "has a cell at '" + place + "'", "a place such as B7");
            }
            int column = 0;
            for (char letter : parts.group(1).toCharArray()) {
                column = column * LETTERS + letter - 'A' + 1;
            }
            if (column > Bounds.COLUMNS || number(parts.group(2), at) != row) {
                throw new RefusedInput(
                        line(at),
                        "has a cell at " + place + " in row " + row,
                        "at most " + Amounts.count(Bounds.COLUMNS) + " columns, and each cell in its row");
            }
        }

        private int number(String text, XMLStreamReader at) throws RefusedInput {
            if (!NUMBER.matcher(text).matches()) {
                throw new RefusedInput(line(at), "has '" + text + "' for a number", "a whole number from 1");
            }
            return Integer.parseInt(text);
        }

        private static int line(XMLStreamReader at) {
            return Math.max(1, at.getLocation().getLineNumber());
        }

        @Override
        public void text(String piece) {
            formulaLetters += inFormula ? piece.length() : 0;
            if (inValue && text.length() < MOST_DIGITS) {
                text.append(piece, 0, Math.min(piece.length(), MOST_DIGITS));
            }
        }

        @Override
        public void end(String element, int line) throws RefusedInput {
            if (element.equals("f")) {
                inFormula = false;
                if (formulaLetters > MOST_FORMULA_LETTERS) {
                    throw new RefusedInput(
                            line, "has a formula that is too long", "at most " + MOST_FORMULA_LETTERS + " letters");
                }
            }
            if (!element.equals("v") || !inValue) {
                return;
            }
            inValue = false;
            String index = text.toString().strip();
            if (!index.isEmpty()) {
                if (!INDEX.matcher(index).matches()) {
                    throw new RefusedInput(line, "refers to the shared text '" + index + "'", "its number");
                }
                highestShared = Math.max(highestShared, Integer.parseInt(index));
            }
        }
    }

    /** Counts what comes out of one part, and stops where a bound is passed. */
    private final class Counting extends FilterInputStream {
        private final long most;
        private long count;

        private Counting(InputStream in, long packed) {
            super(in);
            most = Math.max(SMALL, Math.max(0, packed) * Bounds.UNPACKED_TIMES);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) {
            count += more;
            unpacked += more;
            if (count > most) {
                throw new TooLarge(new RefusedInput(
                        0,
                        "unpacks to more than " + Amounts.count(Bounds.UNPACKED_TIMES) + " times its size",
                        "a workbook as spreadsheets write it"));
            }
            if (unpacked > Bounds.UNPACKED_BYTES) {
                throw new TooLarge(new RefusedInput(
                        0,
                        "makes the workbook too large",
                        "at most " + Amounts.count(Bounds.UNPACKED_BYTES / MEGABYTE) + " MB when it is unpacked"));
            }
        }
    }

    /** Unchecked, so that a parser on the way does not take it for a fault of the text. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RefusedInput why;

        private TooLarge(RefusedInput why) {
            super(why);
            this.why = why;
        }
    }
}
