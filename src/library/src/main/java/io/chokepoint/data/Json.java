package io.chokepoint.data;

import io.chokepoint.base.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** A JSON value that knows on which line it starts: Jackson's own tree does not, and faults need the line. */
sealed interface Json {

    /** Objects and lists within each other: many more than any file of ours has, and few enough to be read one in the other. */
    int MOST_LEVELS = 50;

    /** How Jackson says which of its settings a limit is. */
    Pattern LIMIT = Pattern.compile(",? from `[^`]*`");

    int line();

    /** What it is, for messages. */
    String what();

    record Obj(int line, Map<String, Json> members) implements Json {
        @Override
        public String what() {
            return "an object";
        }
    }

    record Arr(int line, List<Json> items) implements Json {
        @Override
        public String what() {
            return "a list";
        }
    }

    record Text(int line, String value) implements Json {
        @Override
        public String what() {
            return '"' + value + '"';
        }
    }

    record Num(int line, double value, String written) implements Json {
        @Override
        public String what() {
            return written;
        }
    }

    record Bool(int line, boolean value) implements Json {
        @Override
        public String what() {
            return String.valueOf(value);
        }
    }

    record Nil(int line) implements Json {
        @Override
        public String what() {
            return "null";
        }
    }

    /**
     * Reads a whole document.
     *
     * @return empty if it is not JSON with an object at its root; a fault says why and on which line
     */
    static Optional<Obj> read(String text, String file, Faults faults) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_LEVELS)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return read(parser, file, faults);
        }
    }

    private static Optional<Obj> read(JsonParser parser, String file, Faults faults) {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                faults.error(file, 1, "", "does not start with '{'; expected a JSON object.");
                return Optional.empty();
            }
            Obj root = object(parser, file, faults);
            if (parser.nextToken() != null) {
                faults.error(file, line(parser), "", "goes on after the end of the object; expected nothing more.");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            String reason = LIMIT.matcher(e.getOriginalMessage()).replaceAll("");
            faults.error(file, Math.max(place.getLineNr(), 0), "", "is not JSON: " + reason);
            return Optional.empty();
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Obj object(JsonParser parser, String file, Faults faults) {
        int start = line(parser);
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            int line = line(parser);
            parser.nextToken();
            if (members.put(name, value(parser, file, faults)) != null) {
                faults.error(file, line, name, "the field is there twice; expected it once.");
            }
        }
        return new Obj(start, members);
    }

    private static Arr array(JsonParser parser, String file, Faults faults) {
        int start = line(parser);
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, file, faults));
        }
        return new Arr(start, items);
    }

    private static Json value(JsonParser parser, String file, Faults faults) {
        int line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, file, faults);
            case START_ARRAY -> array(parser, file, faults);
            case VALUE_STRING -> {
                String text = parser.getString();
                String field = String.valueOf(parser.currentName());
                CleanText.unclean(text).ifPresent(point -> faults.error(file, line, field, CsvTable.unclean(point)));
                yield new Text(line, text);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(line, parser.getDoubleValue(), parser.getString());
            case VALUE_TRUE -> new Bool(line, true);
            case VALUE_FALSE -> new Bool(line, false);
            default -> new Nil(line);
        };
    }
}
