package io.chokepoint.data;

import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import java.util.ArrayList;
import java.util.List;

/**
 * Selectors of one field and where each stands.
 *
 * @param complete whether every text was a selector
 */
record SelectorList(List<Selector> selectors, List<String> paths, boolean complete) {

    /** Reads a field that holds a list of selectors, at least one. */
    static SelectorList read(Fields fields, String name) {
        List<Selector> selectors = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        List<Json> items = fields.list(name);
        if (items.isEmpty() && (!fields.has(name) || fields.find(name) instanceof Json.Arr)) {
            fields.error(
                    name,
                    "is " + (fields.has(name) ? "empty" : "missing") + "; expected a list of selectors such as"
                            + " \"good:gallium country:CHN to:!CHN\".");
        }
        boolean complete = !items.isEmpty();
        for (int i = 0; i < items.size(); i++) {
            String itemName = name + "[" + i + "]";
            if (!(items.get(i) instanceof Json.Text text)) {
                fields.errorAt(
                        itemName,
                        items.get(i).line(),
                        "is " + items.get(i).what() + "; expected a selector in quotes.");
                complete = false;
                continue;
            }
            try {
                selectors.add(SelectorParser.parse(text.value()));
                paths.add(fields.path(itemName));
            } catch (SelectorParser.SyntaxException e) {
                fields.errorAt(itemName, text.line(), syntax(text.value(), e));
                complete = false;
            }
        }
        return new SelectorList(selectors, paths, complete);
    }

    /** What is wrong with a selector and where in it. */
    static String syntax(String text, SelectorParser.SyntaxException e) {
        return "'" + text + "', character " + e.column() + ": " + e.getMessage() + ".";
    }
}
