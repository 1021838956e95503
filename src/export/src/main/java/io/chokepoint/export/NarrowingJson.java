package io.chokepoint.export;

import io.chokepoint.analysis.Narrowing;
import io.chokepoint.analysis.Narrowing.Gain;
import io.chokepoint.study.NarrowingAnswer;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * What would narrow answers most, in JSON: {@code narrowing} with {@code subject}, the good where there is one to name, and by answer
 * ({@code lost_output_weeks}, {@code first_loss_week}, {@code value_added_lost_musd}) its {@code p10} and {@code p90}, the {@code runs} it
 * rests on, {@code classes} by id and {@code figures} by id. Each of these has {@code narrows}, the part of the band's width that would go if
 * it were known, its standard {@code error} and whether it is {@code clear} of chance; classes their number of {@code figures}. The names
 * are a contract, as those of columns.
 */
final class NarrowingJson {
    private NarrowingJson() {}

    static void write(List<NarrowingAnswer> answers, JsonGenerator json) {
        write(answers, "", json);
    }

    /** @param subject id of the good; empty for none */
    static void write(List<NarrowingAnswer> answers, String subject, JsonGenerator json) {
        json.writeObjectPropertyStart("narrowing");
        if (!subject.isEmpty()) {
            json.writeStringProperty("subject", subject);
        }
        for (NarrowingAnswer answer : answers) {
            Narrowing found = answer.narrowing();
            json.writeObjectPropertyStart(answer.id());
            json.writeNumberProperty("p10", found.low());
            json.writeNumberProperty("p90", found.high());
            json.writeNumberProperty("runs", found.runs());
            json.writeObjectPropertyStart("classes");
            for (Narrowing.OfClass of : found.classes()) {
                json.writeObjectPropertyStart(of.group().id());
                json.writeNumberProperty("figures", of.figures());
                gain(of.gain(), json);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeObjectPropertyStart("figures");
            for (Narrowing.OfFigure of : found.figures()) {
                json.writeObjectPropertyStart(of.figure().id());
                gain(of.gain(), json);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void gain(Gain gain, JsonGenerator json) {
        json.writeNumberProperty("narrows", gain.part());
        if (Double.isFinite(gain.error())) {
            json.writeNumberProperty("error", gain.error());
        } else {
            json.writeNullProperty("error");
        }
        json.writeBooleanProperty("clear", gain.isClear());
    }
}
