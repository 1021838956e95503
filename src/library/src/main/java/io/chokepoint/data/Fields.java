package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Typed access to the fields of one JSON object; what does not fit becomes a fault at that field's line. */
final class Fields {
    private final Json.Obj object;
    private final String path;
    private final String file;
    private final Faults faults;
    private final Map<String, Integer> lines;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param path the object's own path, e.g. {@code restrictions[0]}; empty for the root
     * @param lines takes the line of each field that is read, by path
     */
    Fields(Json.Obj object, String path, String file, Faults faults, Map<String, Integer> lines) {
        this.object = object;
        this.path = path;
        this.file = file;
        this.faults = faults;
        this.lines = lines;
    }

    int line() {
        return object.line();
    }

    String file() {
        return file;
    }

    /** The path of a field, or of the object itself for an empty name. */
    String path(String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "." + name;
    }

    void error(String name, String message) {
        faults.error(file, lineOf(name), path(name), message);
    }

    void errorAt(String name, int line, String message) {
        faults.error(file, line, path(name), message);
    }

    void warning(String name, String message) {
        faults.warning(file, lineOf(name), path(name), message);
    }

    private int lineOf(String name) {
        Json value = object.members().get(name);
        return value == null ? object.line() : value.line();
    }

    /** The field's value; null where it is absent or {@code null}. */
    @Nullable
    Json find(String name) {
        known.add(name);
        Json value = object.members().get(name);
        if (value != null) {
            lines.put(path(name), value.line());
        }
        return value instanceof Json.Nil ? null : value;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    /** A text that may be absent; empty then. */
    String text(String name) {
        return switch (find(name)) {
            case null -> "";
            case Json.Text text -> text.value();
            case Json other -> {
                wrong(name, other, "a text in quotes");
                yield "";
            }
        };
    }

    String requiredText(String name) {
        if (!has(name)) {
            error(name, "is missing; expected a text.");
            return "";
        }
        String text = text(name);
        if (find(name) instanceof Json.Text && text.isBlank()) {
            error(name, "is empty; expected a text.");
        }
        return text;
    }

    boolean flag(String name) {
        return switch (find(name)) {
            case null -> false;
            case Json.Bool bool -> bool.value();
            case Json other -> {
                wrong(name, other, "true or false");
                yield false;
            }
        };
    }

    /** A whole number that may be absent. */
    Optional<Integer> whole(String name, Range range) {
        Json value = find(name);
        if (value == null) {
            return Optional.empty();
        }
        String expected = range.expectedWhole();
        if (!(value instanceof Json.Num number)) {
            wrong(name, value, expected);
            return Optional.empty();
        }
        if (number.value() != Math.rint(number.value()) || !range.allows(number.value())) {
            error(name, number.written() + " does not fit; expected " + expected + ".");
            return Optional.empty();
        }
        return Optional.of((int) number.value());
    }

    Optional<Integer> requiredWhole(String name, Range range) {
        if (!has(name)) {
            error(name, "is missing; expected " + range.expectedWhole() + ".");
            return Optional.empty();
        }
        return whole(name, range);
    }

    /** A number that may be absent. */
    Optional<Double> optionalNumber(String name, Range range) {
        Json value = find(name);
        return value == null ? Optional.empty() : number(name, value, range);
    }

    /** One number or {@code [low, central, high]} that must be there; nothing after a fault. */
    Optional<Figure> figure(String name, Range range, String id, String unit, Evidence evidence) {
        Json value = find(name);
        if (value == null) {
            error(name, "is missing; expected " + range.expected() + ", or [low, central, high].");
            return Optional.empty();
        }
        if (!(value instanceof Json.Arr list)) {
            return number(name, value, range).map(v -> Figure.point(id, v, unit, evidence));
        }
        if (list.items().size() != 3) {
            error(name, "is a list of " + list.items().size() + "; expected one number, or [low, central, high].");
            return Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        for (Json item : list.items()) {
            number(name, item, range).ifPresent(values::add);
        }
        if (values.size() < 3) {
            return Optional.empty();
        }
        return figure(name, values, id, unit, evidence);
    }

    private Optional<Figure> figure(String name, List<Double> values, String id, String unit, Evidence evidence) {
        double low = values.get(0);
        double central = values.get(1);
        double high = values.get(2);
        if (low > central || central > high) {
            error(
                    name,
                    "[%s, %s, %s] is out of order; expected low ≤ central ≤ high."
                            .formatted(Range.plain(low), Range.plain(central), Range.plain(high)));
            return Optional.empty();
        }
        return Optional.of(new Figure(id, low, central, high, unit, evidence));
    }

    /** {@code low}, {@code central} and {@code high} as fields of their own. */
    Optional<Figure> spreadFigure(Range range, String id, String unit, Evidence evidence) {
        List<Double> values = new ArrayList<>();
        for (String name : List.of("low", "central", "high")) {
            Json value = find(name);
            if (value == null) {
                error(name, "is missing; expected " + range.expected() + ".");
            } else {
                number(name, value, range).ifPresent(values::add);
            }
        }
        return values.size() < 3 ? Optional.empty() : figure("low", values, id, unit, evidence);
    }

    private Optional<Double> number(String name, Json value, Range range) {
        if (!(value instanceof Json.Num number)) {
            wrong(name, value, "a number without quotes");
            return Optional.empty();
        }
        if (!Double.isFinite(number.value()) || !range.allowsAsLow(number.value())) {
            faults.error(
                    file,
                    value.line(),
                    path(name),
                    number.written() + " is out of range; expected " + range.expected() + "."
                            + range.hint(number.value()));
            return Optional.empty();
        }
        return Optional.of(number.value());
    }

    /** The items of a list that may be absent. */
    List<Json> list(String name) {
        return switch (find(name)) {
            case null -> List.of();
            case Json.Arr list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    lines.put(path(name) + "[" + i + "]", list.items().get(i).line());
                }
                yield list.items();
            }
            case Json other -> {
                wrong(name, other, "a list in [ ]");
                yield List.of();
            }
        };
    }

    /** A list of objects, each with its own path. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        List<Json> items = list(name);
        for (int i = 0; i < items.size(); i++) {
            String itemPath = path(name) + "[" + i + "]";
            if (items.get(i) instanceof Json.Obj item) {
                objects.add(new Fields(item, itemPath, file, faults, lines));
            } else {
                faults.error(
                        file,
                        items.get(i).line(),
                        itemPath,
                        "is " + items.get(i).what() + "; expected an object in { }.");
            }
        }
        return objects;
    }

    /** An object that may be absent. */
    Optional<Fields> object(String name) {
        return switch (find(name)) {
            case null -> Optional.empty();
            case Json.Obj child -> Optional.of(new Fields(child, path(name), file, faults, lines));
            case Json other -> {
                wrong(name, other, "an object in { }");
                yield Optional.empty();
            }
        };
    }

    /** A list of texts. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Json item : list(name)) {
            if (item instanceof Json.Text text && !text.value().isBlank()) {
                texts.add(text.value());
            } else {
                faults.error(file, item.line(), path(name), "holds " + item.what() + "; expected texts in quotes.");
            }
        }
        return texts;
    }

    /** Reports every field that nobody has asked for. */
    void refuseOthers() {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            if (!known.contains(member.getKey())) {
                faults.error(
                        file,
                        member.getValue().line(),
                        path(member.getKey()),
                        "is not a field here; expected one of " + Hints.list(known) + "."
                                + Hints.nearest(member.getKey(), known));
            }
        }
    }

    private void wrong(String name, Json value, String expected) {
        faults.error(file, value.line(), path(name), "is " + value.what() + "; expected " + expected + ".");
    }
}
