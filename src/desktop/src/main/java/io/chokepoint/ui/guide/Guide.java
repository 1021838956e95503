package io.chokepoint.ui.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The guide: sections of paragraphs and lists. It is written in the small part of Markdown that this class reads: {@code #} titles,
 * paragraphs, {@code -} lists, {@code **strong**}, {@code *strong*} and {@code `code`}; {@code GuideTest} holds the page to it. A library that reads all of
 * Markdown would be larger than the window's whole help.
 */
record Guide(List<Section> sections) {
    private static final String FILE = "/io/chokepoint/ui/guide/GUIDE.md";
    private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|\\*([^*]+)\\*|`([^`]+)`");

    /** How a piece of text looks. */
    enum Look {
        PLAIN,
        STRONG,
        CODE
    }

    /** A piece of a line. */
    record Piece(String text, Look look) {}

    /** A paragraph, or a point of a list. */
    record Block(boolean point, List<Piece> pieces) {
        Block {
            pieces = List.copyOf(pieces);
        }

        String text() {
            StringBuilder all = new StringBuilder();
            pieces.forEach(piece -> all.append(piece.text()));
            return all.toString();
        }
    }

    /** @param level 1 for the title of the page, 2 for a chapter, 3 for a part of one */
    record Section(int level, String title, List<Block> blocks) {
        Section {
            blocks = List.copyOf(blocks);
        }

        boolean contains(String lowerCase) {
            return title.toLowerCase(Locale.ROOT).contains(lowerCase)
                    || blocks.stream()
                            .anyMatch(block ->
                                    block.text().toLowerCase(Locale.ROOT).contains(lowerCase));
        }
    }

    Guide {
        sections = List.copyOf(sections);
    }

    /** The one that is packed into the program. */
    static Guide packed() {
        try (InputStream in = Objects.requireNonNull(Guide.class.getResourceAsStream(FILE), FILE)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Guide of(String markdown) {
        List<Section> sections = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("#") || line.isBlank() || line.startsWith("- ")) {
                end(open, blocks);
            }
            if (line.startsWith("#")) {
                int level = line.indexOf(' ');
                close(sections, blocks);
                sections.add(new Section(level, line.substring(level).strip(), List.of()));
            } else if (!line.isBlank()) {
                open.append(open.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        end(open, blocks);
        close(sections, blocks);
        return new Guide(sections);
    }

    /** Gives the last section what has been read since its title. */
    private static void close(List<Section> sections, List<Block> blocks) {
        if (!sections.isEmpty()) {
            Section last = sections.removeLast();
            // The title of the page holds nothing by itself.
            if (last.level() > 1 || !blocks.isEmpty()) {
                sections.add(new Section(last.level(), last.title(), blocks));
            }
        }
        blocks.clear();
    }

    private static void end(StringBuilder open, List<Block> blocks) {
        if (!open.isEmpty()) {
            String text = open.toString();
            boolean point = text.startsWith("- ");
            blocks.add(new Block(point, pieces(point ? text.substring(2) : text)));
            open.setLength(0);
        }
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher marked = MARKED.matcher(text);
        int from = 0;
        while (marked.find()) {
            if (marked.start() > from) {
                pieces.add(new Piece(text.substring(from, marked.start()), Look.PLAIN));
            }
            if (marked.group(3) != null) {
                pieces.add(new Piece(marked.group(3), Look.CODE));
            } else {
                // The window's font has no italics, so both kinds of emphasis look alike.
                String strong = marked.group(1) != null ? marked.group(1) : marked.group(2);
                pieces.add(new Piece(strong, Look.STRONG));
            }
            from = marked.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), Look.PLAIN));
        }
        return pieces;
    }

    /** The sections in which a word stands; all that belong to no search are those of the contents. */
    List<Section> with(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return sections.stream().filter(section -> section.contains(wanted)).toList();
    }
}
