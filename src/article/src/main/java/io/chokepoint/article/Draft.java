package io.chokepoint.article;

import io.chokepoint.model.Control;
import io.chokepoint.scenario.Restriction;
import java.util.List;
import java.util.Optional;

/**
 * A rule or an event of which a text speaks, as a restriction of the model.
 *
 * @param number from 1, in the order of the text
 * @param instrument what sort of act or event, a row of {@code instruments.csv}
 * @param status how the text as a whole means it
 * @param issuer the country whose rule it is, by its ISO 3166-1 alpha-3 code, or the id of the maker that acts; empty where nobody does
 * @param goods what is restricted, as the text names it
 * @param targets countries and makers that are hit: ISO codes and ids; empty for all
 * @param start the day, month or year from which it holds as the text has it ({@code 2025-10-09}, {@code --10-09} without a year), or how
 *     long after the text ({@code P0W} for "immediately", {@code P1W} for "next week"); empty
 *     where the text says none
 * @param restriction its start is week 0; {@link DraftScenario} puts it where it belongs
 * @param statements where the text speaks of it
 * @param figures what the restriction says and from where: read off the text, or assumed
 * @param remarks what the reader should know, as sentences
 * @param measures real measures of the dataset that the same sentences speak of
 * @param fault why it cannot be run on this dataset; empty if it can
 */
public record Draft(
        int number,
        String instrument,
        Status status,
        String issuer,
        List<String> goods,
        List<String> targets,
        Optional<String> start,
        Restriction restriction,
        List<Statement> statements,
        List<Stated> figures,
        List<String> remarks,
        List<Control> measures,
        Optional<String> fault) {

    /**
     * A sentence that speaks of it.
     *
     * @param status how this sentence means it
     */
    public record Statement(Sentence sentence, Status status) {}

    /**
     * A figure or a choice of the restriction.
     *
     * @param name a parameter's name, or {@code start}, {@code end}, {@code to}
     * @param value in words: "0.25", "0.3 to 0.9, likeliest 0.6"
     * @param isAssumed whether the text does not say it
     * @param why the words of the text, or the reason of the assumption
     */
    public record Stated(String name, String value, boolean isAssumed, String why) {}

    public Draft {
        goods = List.copyOf(goods);
        targets = List.copyOf(targets);
        statements = List.copyOf(statements);
        figures = List.copyOf(figures);
        remarks = List.copyOf(remarks);
        measures = List.copyOf(measures);
    }

    /** Whether a scenario of the text takes it by itself: the text states it, and the dataset can run it. */
    public boolean isTaken() {
        return status == Status.STATED && fault.isEmpty();
    }
}
