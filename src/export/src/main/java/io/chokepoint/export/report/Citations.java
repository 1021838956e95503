package io.chokepoint.export.report;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Source;
import io.chokepoint.study.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Numbers the sources and notes that the script's data cite, many of them often, in the order in which they are first cited. Not thread-safe. */
final class Citations {
    /** What is known of a source. */
    private record Entry(String text, String url) {}

    private final Dataset dataset;
    private final Map<Entry, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> notes = new LinkedHashMap<>();

    Citations(Dataset dataset) {
        this.dataset = dataset;
    }

    private int number(Entry entry) {
        return numbers.computeIfAbsent(entry, unused -> numbers.size());
    }

    /** An array of the numbers of a row's sources. */
    void write(String name, Evidence evidence, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        for (String id : evidence.sources()) {
            json.writeNumber(number(dataset.findSource(id).map(Citations::entry).orElse(new Entry(id, ""))));
        }
        json.writeEndArray();
    }

    /** An array of the numbers that stand for those of an explanation. */
    void write(Explanation explanation, List<Integer> own, JsonGenerator json) {
        json.writeStartArray();
        for (int number : own) {
            Explanation.NumberedSource source = explanation.sources().get(number - 1);
            json.writeNumber(number(source.source().map(Citations::entry).orElse(new Entry(source.text(), ""))));
        }
        json.writeEndArray();
    }

    private static Entry entry(Source source) {
        return new Entry(EvidencePart.text(source), source.url());
    }

    /** The number of a note; nothing where it is empty. */
    void note(String name, String note, JsonGenerator json) {
        if (!note.isEmpty()) {
            json.writeNumberProperty(name, notes.computeIfAbsent(note, unused -> notes.size()));
        }
    }

    /** All notes, by number. */
    void writeNotes(String name, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        notes.keySet().forEach(json::writeString);
        json.writeEndArray();
    }

    /** All that was cited, by number: its text and its address. */
    void write(String name, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        for (Entry entry : numbers.keySet()) {
            json.writeStartArray();
            json.writeString(entry.text());
            json.writeString(entry.url());
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
