package io.chokepoint.cli;

import io.chokepoint.article.ArticleReading;
import io.chokepoint.article.Draft;
import io.chokepoint.article.Passage;
import io.chokepoint.article.Sentence;
import io.chokepoint.article.ShareMatch;
import io.chokepoint.article.Status;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.CleanText;
import io.chokepoint.scenario.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What articles say, for reading: the drafts first. */
final class DraftText {
    private static final int WIDTH = 110;
    private static final int MOST_IDS = 4;
    private static final int MOST_QUOTED = 300;

    private final List<ArticleReading> readings;
    private final Set<Status> taken;
    private final StringBuilder text = new StringBuilder();

    /** @param taken what goes into a scenario */
    DraftText(List<ArticleReading> readings, Set<Status> taken) {
        this.readings = readings;
        this.taken = taken;
    }

    String text() {
        for (ArticleReading reading : readings) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            article(reading);
        }
        return CleanText.of(TextWrap.wrap(text.toString(), WIDTH));
    }

    private void article(ArticleReading reading) {
        line(reading.article().name() + ": "
                + Amounts.counted(reading.sentences().size(), "sentence", "sentences") + ", "
                + Amounts.counted(reading.drafts().size(), "rule or event", "rules and events") + " spoken of, "
                + Amounts.counted(reading.claims().size(), "checked claim", "checked claims") + ".");
        drafts(reading);
        claims(reading);
        measures(reading);
        shares(reading);
        heading("Not checked: the dataset knows nothing of it, for or against");
        sentences(reading.notChecked());
        found(reading);
    }

    private void drafts(ArticleReading reading) {
        heading("Rules and events");
        if (reading.drafts().isEmpty()) {
            line("  None.");
        }
        for (Draft draft : reading.drafts()) {
            boolean in = taken.contains(draft.status()) && draft.fault().isEmpty();
            line("  " + draft.number() + ". " + draft.status().id() + (in ? "" : " (not taken)") + ": "
                    + draft.restriction().kind().id() + " "
                    + draft.restriction().terms().select().stream()
                            .map(Selector::text)
                            .collect(Collectors.joining(" or "))
                    + draft.restriction()
                            .terms()
                            .endUse()
                            .map(tag -> " endUse=" + tag)
                            .orElse("")
                    + draft.start()
                            .map(start -> ", from " + (start.startsWith("-") ? start.substring(2) : start))
                            .orElse(""));
            for (Draft.Statement statement : draft.statements()) {
                line("     " + statement.status().id() + ": “" + quoted(statement.sentence()) + "”");
            }
            for (Draft.Stated figure : draft.figures()) {
                line("     " + figure.name() + " " + figure.value()
                        + (figure.isAssumed() ? ", assumption: " : ", as stated: ") + figure.why());
            }
            draft.remarks().forEach(remark -> line("     " + remark));
            draft.measures()
                    .forEach(measure -> line("     Real measure: " + measure.title() + " (" + measure.status() + ")"));
            draft.fault().ifPresent(fault -> line("     Cannot be run: " + fault));
        }
    }

    private void claims(ArticleReading reading) {
        if (reading.claims().isEmpty()) {
            return;
        }
        heading("Checked claims");
        reading.claims().forEach(match -> {
            line("  " + match.claim().verdict().id() + ": " + match.claim().claim());
            line("     " + match.claim().evidence());
            match.sentences().forEach(sentence -> line("     “" + quoted(sentence) + "”"));
        });
    }

    private void measures(ArticleReading reading) {
        if (reading.measures().isEmpty()) {
            return;
        }
        heading("Real measures");
        reading.measures()
                .forEach(match -> line(
                        "  " + match.measure().issuer() + ": " + match.measure().title()
                                + (match.measure().effective().isEmpty()
                                        ? ""
                                        : ", from " + match.measure().effective())
                                + "; status: " + match.measure().status() + " ("
                                + match.measure().statusDate() + ")"));
    }

    private void shares(ArticleReading reading) {
        if (reading.shares().isEmpty()) {
            return;
        }
        heading("Shares, beside the dataset's");
        for (ShareMatch match : reading.shares()) {
            line("  " + match.maker() + ", " + match.good().name() + ": stated " + match.words() + "; dataset "
                    + part(match.central()) + " (" + part(match.low()) + " to " + part(match.high()) + ", "
                    + match.evidence().basis().id() + ", "
                    + String.join(", ", match.evidence().sources()) + ")");
        }
    }

    private static String part(double share) {
        return Math.round(share * 100) + " %";
    }

    private void sentences(List<Sentence> sentences) {
        if (sentences.isEmpty()) {
            line("  None.");
        }
        sentences.forEach(sentence -> line("  “" + quoted(sentence) + "”"));
    }

    /** What is named, each once with how often. */
    private void found(ArticleReading reading) {
        heading("Named");
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Passage passage : reading.passages()) {
            List<String> ids = passage.isAmbiguous() ? passage.candidates() : passage.ids();
            String what = passage.kind().id() + " " + passage.text().replaceAll("\\s+", " ") + " = "
                    + (passage.isAmbiguous() ? "one of " : "")
                    + ids.stream().limit(MOST_IDS).collect(Collectors.joining(", "))
                    + (ids.size() > MOST_IDS ? " and " + (ids.size() - MOST_IDS) + " more" : "");
            counts.merge(what, 1, Integer::sum);
        }
        if (counts.isEmpty()) {
            line("  Nothing.");
        }
        counts.forEach((what, count) -> line("  " + what + (count == 1 ? "" : " (" + count + " times)")));
    }

    private void heading(String heading) {
        text.append('\n').append(heading).append('\n');
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String quoted(Sentence sentence) {
        String line = sentence.text().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= MOST_QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_QUOTED)) + " …";
    }
}
