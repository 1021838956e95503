package io.chokepoint.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How well texts of many kinds are read: news, headlines, filings, notices, tables, speeches, calls, in English and Chinese. {@code
 * kinds.txt} was written before the first run and its faults were worked on; so were, later, those of {@code fresh.txt}. {@code
 * fresh2.txt} was written when that was done; {@code fresh3.txt} later still, and was opened too. {@code fresh4.txt} nobody opens: what it
 * gives is what to expect.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KindsTest {
    private static final Pattern NAMED = Pattern.compile("\\[([cmgb]):([^\\]]+)\\]");

    private final ArticleReading.Reader reader = ArticleReading.with(MeasuredTest.Shipped.DATA.dataset());

    /**
     * A text with what should be found in it.
     *
     * @param named kind and words of each entity
     */
    private record Gold(String name, String text, Set<String> named, List<Rule> rules) {}

    /** @param figures such as {@code rate=0.25} */
    private record Rule(
            String instrument,
            String issuer,
            Set<String> goods,
            Set<String> targets,
            String status,
            Set<String> figures) {}

    private static List<Gold> texts(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(KindsTest.class.getResourceAsStream("texts/" + file))) {
            return Stream.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^# "))
                    .filter(part -> !part.isBlank())
                    .map(KindsTest::gold)
                    .toList();
        }
    }

    private static Gold gold(String part) {
        String[] lines = part.split("\n");
        String marked = Arrays.stream(lines)
                .skip(1)
                .filter(line -> !line.startsWith("> "))
                .collect(Collectors.joining("\n"))
                .strip();
        Set<String> named = new TreeSet<>();
        Matcher each = NAMED.matcher(marked);
        while (each.find()) {
            named.add(key(each.group(1) + ": " + each.group(2)));
        }
        return new Gold(
                lines[0].strip(),
                each.replaceAll("$2"),
                named,
                Stream.of(lines)
                        .filter(line -> line.startsWith("> "))
                        .map(KindsTest::rule)
                        .toList());
    }

    private static Rule rule(String line) {
        List<String> cells =
                Stream.of(line.substring(2).split("\\|")).map(String::strip).toList();
        return new Rule(
                cells.get(0), cells.get(1), list(cells.get(2)), list(cells.get(3)), cells.get(4), figures(cells));
    }

    private static Set<String> figures(List<String> cells) {
        return new TreeSet<>(cells.subList(5, cells.size()));
    }

    private static Set<String> list(String cell) {
        return Stream.of(cell.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(KindsTest::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', ' ').replaceAll("s$", "");
    }

    private static String key(Passage passage) {
        String kind = switch (passage.kind()) {
            case COUNTRY -> "c";
            case MAKER -> "m";
            case MARKET -> "b";
            default -> "g";
        };
        return key(kind + ": " + passage.text());
    }

    /** The gold word that a found one overlaps stands for it: where a name begins and ends is a matter of taste. */
    private static Set<String> as(Set<String> gold, Stream<String> found) {
        return found.map(each -> gold.stream()
                        .filter(word -> word.equals(each))
                        .findFirst()
                        .or(() -> gold.stream()
                                .filter(word -> word.charAt(0) == each.charAt(0)
                                        && (word.endsWith(each.substring(2))
                                                || word.contains(each.substring(3))
                                                || each.contains(word.substring(3))))
                                .findFirst())
                        .orElse(each))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> targets(Draft draft) {
        Set<String> targets =
                draft.targets().stream().map(KindsTest::key).collect(Collectors.toCollection(TreeSet::new));
        if (targets.size() > 3 && targets.contains("deu")) {
            return Set.of("eu");
        }
        if (targets.isEmpty() && draft.restriction().kind().isOfMakers()) {
            return Set.of(key(draft.issuer()));
        }
        return targets;
    }

    private static boolean sameGoods(Set<String> gold, Set<String> found) {
        return gold.stream()
                        .allMatch(word -> found.stream().anyMatch(each -> each.contains(word) || word.contains(each)))
                && found.stream()
                        .allMatch(each -> gold.stream().anyMatch(word -> each.contains(word) || word.contains(each)));
    }

    private static boolean fits(Rule rule, Draft draft) {
        return isRightRule(rule, draft)
                && rule.targets().equals(targets(draft))
                && rule.status().equals(status(draft));
    }

    /** The same act on the same goods by the same side; of an event, at the same maker or place. */
    private static boolean isRightRule(Rule rule, Draft draft) {
        boolean event = draft.restriction().kind().isOfMakers();
        String issuer = event ? "" : draft.issuer();
        return rule.instrument().equals(draft.instrument())
                && (rule.issuer().equals(issuer) || rule.issuer().equals("EU") && issuer.equals("DEU"))
                && (!event || rule.targets().equals(targets(draft)))
                && sameGoods(
                        rule.goods(), draft.goods().stream().map(KindsTest::key).collect(Collectors.toSet()));
    }

    /** Drafts of which at most a detail is to be mended: whom it hits, or how it is meant. */
    private static void rightRules(Gold gold, List<Draft> drafts, Count count) {
        List<Rule> left = new ArrayList<>(gold.rules());
        int right = 0;
        for (Draft draft : drafts) {
            Optional<Rule> fits =
                    left.stream().filter(rule -> isRightRule(rule, draft)).findFirst();
            if (fits.isPresent()) {
                left.remove(fits.get());
                right++;
            }
        }
        count.add(gold.rules().size(), drafts.size(), right);
    }

    /** Who is asked whether it is meant so is told what the text states. */
    private static String status(Draft draft) {
        return draft.status() == Status.UNSURE
                ? Status.STATED.id()
                : draft.status().id();
    }

    private static String word(Draft draft) {
        return draft.instrument() + " | " + draft.issuer() + " | " + draft.goods() + " | " + draft.targets() + " | "
                + draft.status().id();
    }

    private static Set<String> figures(Draft draft) {
        Set<String> figures = new TreeSet<>();
        draft.start().ifPresent(start -> figures.add("start=" + start));
        draft.figures().stream()
                .filter(figure -> !figure.isAssumed())
                .forEach(figure -> figures.add(
                        figure.name().equals("end")
                                ? "weeks=" + figure.value().replace("week ", "")
                                : figure.name() + "=" + figure.value()));
        return figures;
    }

    private Count[] measure(String file) throws IOException {
        Count entities = new Count();
        Count drafts = new Count();
        Count taken = new Count();
        Count figures = new Count();
        Count rules = new Count();
        for (Gold gold : texts(file)) {
            ArticleReading reading = reader.read(Article.of(gold.name(), gold.text()));
            entities.add(
                    gold.name(),
                    gold.named(),
                    as(
                            gold.named(),
                            reading.passages().stream()
                                    .filter(passage -> passage.kind().isEntity())
                                    .map(KindsTest::key)));
            rightRules(gold, reading.drafts(), rules);
            Set<String> there = new TreeSet<>();
            Set<String> said = new TreeSet<>();
            Set<String> thereTaken = new TreeSet<>();
            Set<String> saidTaken = new TreeSet<>();
            Set<Draft> matched = new HashSet<>();
            for (Rule rule : gold.rules()) {
                there.add(rule.toString());
                if (rule.status().equals("stated")) {
                    thereTaken.add(rule.toString());
                }
                reading.drafts().stream()
                        .filter(draft -> !matched.contains(draft) && fits(rule, draft))
                        .findFirst()
                        .ifPresent(draft -> {
                            matched.add(draft);
                            said.add(rule.toString());
                            if (draft.fault().isPresent()) {
                                thereTaken.remove(rule.toString());
                            } else if (draft.isTaken()) {
                                saidTaken.add(rule.toString());
                            }
                            figures.add(gold.name(), rule.figures(), figures(draft));
                        });
            }
            reading.drafts().stream().filter(draft -> !matched.contains(draft)).forEach(draft -> {
                said.add(word(draft));
                if (draft.isTaken()) {
                    saidTaken.add(word(draft));
                }
            });
            drafts.add(gold.name(), there, said);
            taken.add(gold.name(), thereTaken, saidTaken);
        }
        return new Count[] {entities, drafts, taken, rules, figures};
    }

    private static List<String> rows(String part, Count[] counts) {
        return List.of(
                counts[0].row(part, "entities"),
                counts[1].row(part, "drafts, all agrees"),
                counts[2].row(part, "of these, taken"),
                counts[3].row(part, "drafts, right rule"),
                counts[4].row(part, "figures and dates"));
    }

    @Test
    void textsOfManyKindsAreReadAsWellAsThePageSays() throws IOException {
        Count[] kinds = measure("kinds.txt");
        Count[] opened = measure("fresh.txt");
        Count[] fresh = measure("fresh2.txt");
        List<String> table = new ArrayList<>(rows("many kinds", kinds));
        table.addAll(rows("opened first", opened));
        table.addAll(rows("opened second", fresh));
        Count[] third = measure("fresh3.txt");
        table.addAll(rows("opened third", third));
        table.addAll(rows("never opened", measure("fresh4.txt")));
        String show = System.getProperty("showArticles");
        if (show != null) {
            System.out.println(String.join("\n", table));
            List<Count[]> shown = show.equals("third")
                    ? List.<Count[]>of(third)
                    : show.equals("fresh") ? List.of(kinds, opened, fresh) : List.of(kinds, opened);
            // What is wrong in the texts that nobody opened is not shown: it would be worked on.
            shown.stream()
                    .flatMap(Stream::of)
                    .flatMap(count -> count.wrong().stream())
                    .forEach(System.out::println);
        }
        kinds[0].floor(0.9, 0.95);
        kinds[1].floor(0.9, 0.8);
        kinds[2].floor(0.85, 0.65);
        kinds[3].floor(0.9, 0.9);
        kinds[4].floor(0.95, 0.95);
        opened[1].floor(0.8, 0.7);
        opened[2].floor(0.8, 0.7);
        assertThat(Files.readString(Path.of("src/docs/ARTICLES.md"))).contains(table);
    }
}
