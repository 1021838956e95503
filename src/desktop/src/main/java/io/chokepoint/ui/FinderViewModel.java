package io.chokepoint.ui;

import io.chokepoint.base.WebAddress;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Control;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.model.Source;
import io.chokepoint.model.Supply;
import io.chokepoint.study.LensSubject;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.SearchIndex.Found;
import io.chokepoint.ui.SearchIndex.Group;
import io.chokepoint.ui.SearchIndex.Target;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The command palette: what is typed, what it finds, and what choosing a row does. */
final class FinderViewModel {
    private static final int ROWS = 11;
    private static final int ACTION_ROWS = 14;

    /**
     * A row of the list.
     *
     * @param good the good it is about, whose output may be shown; empty for other rows
     * @param key the key that does the same; may be empty
     * @param reasonNot why it cannot be done now; empty where it can
     */
    record Row(
            Group group,
            String title,
            String detail,
            String icon,
            Optional<Good> good,
            String key,
            String reasonNot,
            Runnable choose,
            Runnable chooseShift) {}

    /** Last letter of the Latin blocks of Unicode. */
    private static final int LATIN = 0x24F;

    private final StudyState state;
    private final Commands commands;
    private final Runnable reveal;
    private final Consumer<String> openLink;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final IntegerProperty count = new SimpleIntegerProperty();
    private @Nullable DataPackage indexed;
    private @Nullable SearchIndex index;

    FinderViewModel(StudyState state, Commands commands, Runnable reveal, Consumer<String> openLink) {
        this.state = state;
        this.commands = commands;
        this.reveal = reveal;
        this.openLink = openLink;
        query.subscribe(unused -> search());
    }

    /** That goods have other names, with one of them; one in another script if there is any. */
    String otherNamesHint() {
        List<String> aliases = state.data().stream()
                .flatMap(data -> data.dataset().goods().stream())
                .flatMap(good -> good.aliases().stream())
                .toList();
        return aliases.stream()
                .filter(alias -> alias.chars().anyMatch(letter -> letter > LATIN))
                .findFirst()
                .or(() -> aliases.stream().findFirst())
                .map(alias -> Texts.get("search.otherNames.such", alias))
                .orElseGet(() -> Texts.get("search.otherNames"));
    }

    StringProperty queryProperty() {
        return query;
    }

    /** In groups, in their order. */
    ObservableList<Row> rows() {
        return rows;
    }

    IntegerProperty selectedProperty() {
        return selected;
    }

    /** How many things match in all. */
    IntegerProperty countProperty() {
        return count;
    }

    /** Starts afresh. */
    void open() {
        query.set("");
        search();
    }

    void move(int by) {
        if (!rows.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + by, rows.size()));
        }
    }

    /** To the first row of the next group. */
    void nextGroup() {
        if (rows.isEmpty()) {
            return;
        }
        Group now = rows.get(selected.get()).group();
        for (int i = 1; i <= rows.size(); i++) {
            int at = (selected.get() + i) % rows.size();
            Group there = rows.get(at).group();
            if (there != now) {
                selected.set(at);
                return;
            }
        }
    }

    Optional<Row> selectedRow() {
        int at = selected.get();
        return at >= 0 && at < rows.size() ? Optional.of(rows.get(at)) : Optional.empty();
    }

    private void search() {
        String text = query.get().strip();
        Map<Group, List<Row>> groups = new EnumMap<>(Group.class);
        boolean actionsOnly = text.startsWith(">");
        String wanted = actionsOnly ? text.substring(1).strip() : text;
        List<Found> found = actionsOnly || wanted.isEmpty()
                ? List.of()
                : index().map(i -> i.find(wanted)).orElse(List.of());
        for (Found one : found) {
            groups.computeIfAbsent(one.group(), unused -> new ArrayList<>()).add(row(one));
        }
        groups.put(Group.ACTIONS, actions(wanted, actionsOnly, found));
        if (!actionsOnly && wanted.isEmpty()) {
            groups.put(Group.GOODS, hardestHit());
        }
        int total = groups.values().stream().mapToInt(List::size).sum();
        rows.setAll(pick(groups, actionsOnly));
        count.set(total);
        selected.set(found.isEmpty() ? 0 : rowOf(found.getFirst()));
    }

    /** Enter takes what is called as was typed, though a group above may only speak of it. */
    private int rowOf(Found best) {
        return IntStream.range(0, rows.size())
                .filter(at -> rows.get(at).group() == best.group())
                .findFirst()
                .orElse(0);
    }

    /** Each group its rows; what is left over goes to the groups in their order. */
    private static List<Row> pick(Map<Group, List<Row>> groups, boolean actionsOnly) {
        Map<Group, Integer> taken = new EnumMap<>(Group.class);
        int left = actionsOnly ? ACTION_ROWS : ROWS;
        for (Group group : Group.values()) {
            int rows =
                    Math.min(group.rows(), groups.getOrDefault(group, List.of()).size());
            taken.put(group, rows);
            left -= rows;
        }
        for (Group group : Group.values()) {
            int now = taken.getOrDefault(group, 0);
            int more = Math.min(left, groups.getOrDefault(group, List.of()).size() - now);
            taken.put(group, now + Math.max(0, more));
            left -= Math.max(0, more);
        }
        List<Row> all = new ArrayList<>();
        for (Group group : Group.values()) {
            all.addAll(groups.getOrDefault(group, List.of()).subList(0, taken.getOrDefault(group, 0)));
        }
        return all;
    }

    private Optional<SearchIndex> index() {
        DataPackage data = state.data().orElse(null);
        if (data != indexed) {
            indexed = data;
            index = data == null ? null : new SearchIndex(data);
        }
        return Optional.ofNullable(index);
    }

    private List<Row> hardestHit() {
        return state.answer()
                .map(answer -> answer.hit().stream()
                        .sorted(Comparator.comparingDouble(
                                good -> -answer.result().outcome(good).lostOutputWeeks()))
                        .limit(5)
                        .map(good -> goodRow(good, good.stage().name()))
                        .toList())
                .orElse(List.of());
    }

    private Row row(Found found) {
        return switch (found.target()) {
            case Target.OfGood of -> goodRow(of.good(), found.detail());
            case Target.OfStage of ->
                plain(
                        found,
                        "mdmz-view_column",
                        () -> filter(Focus.HIT.withStages(Set.of(of.stage().id()))));
            case Target.OfCountry of ->
                plain(found, "mdmz-place", () -> filter(Focus.HIT.withCountries(Set.of(of.country()))));
            case Target.OfControl of -> controlRow(found, of.control());
            case Target.OfMarket of -> plain(found, "mdmz-storefront", () -> show(Selection.of(of.market())));
            case Target.OfMaker of ->
                plain(
                        found,
                        "mdal-domain",
                        () -> selectGoodsOf(of.provider()),
                        () -> state.looking().showLens(new LensSubject.OfMaker(of.provider())));
            case Target.OfScenario of -> plain(found, "mdal-flag", () -> state.openScenario(of.scenario()));
            case Target.OfEpisode of ->
                plain(
                        found,
                        "mdal-history",
                        () -> state.openScenario(of.episode().scenario()));
            case Target.OfSource of ->
                plain(found, "mdal-article", () -> WebAddress.open(of.source().url(), openLink));
        };
    }

    /** Of everything: what is asked for by name need not be hit. */
    private void filter(Focus focus) {
        commands.run(Command.VIEW_GRAPH);
        state.looking().focusProperty().set(focus.withShow(Focus.Show.EVERYTHING));
    }

    /** A measure opens the scenario that models it, or else what was written of it. */
    private Row controlRow(Found found, Control control) {
        Optional<Runnable> open = state.data()
                .flatMap(data -> data.findAny(control.scenario())
                        .<Runnable>map(scenario -> () -> state.openScenario(scenario))
                        .or(() -> control.sources().stream()
                                .flatMap(id -> data.dataset().findSource(id).stream())
                                .map(Source::url)
                                .filter(url -> !url.isEmpty())
                                .findFirst()
                                .map(url -> () -> WebAddress.open(url, openLink))));
        boolean isModelled =
                state.data().flatMap(data -> data.findAny(control.scenario())).isPresent();
        String does = Texts.get(
                isModelled ? "search.control.scenario" : open.isPresent() ? "search.control.source" : "search.control");
        Runnable choose = open.orElse(() -> {});
        return new Row(
                found.group(),
                found.title(),
                found.detail().isEmpty() ? does : does + "; " + found.detail(),
                "mdal-account_balance",
                Optional.empty(),
                "",
                open.isPresent() ? "" : Texts.get("search.control"),
                choose,
                choose);
    }

    private static Row plain(Found found, String icon, Runnable choose) {
        return plain(found, icon, choose, choose);
    }

    private static Row plain(Found found, String icon, Runnable choose, Runnable chooseShift) {
        return new Row(
                found.group(), found.title(), found.detail(), icon, Optional.empty(), "", "", choose, chooseShift);
    }

    private Row goodRow(Good good, String detail) {
        return new Row(
                Group.GOODS,
                good.name(),
                detail,
                "mdal-layers",
                Optional.of(good),
                "",
                "",
                () -> show(Selection.of(good)),
                () -> {
                    show(Selection.of(good));
                    commands.run(Command.RESTRICT);
                });
    }

    private void show(Selection selection) {
        state.looking().select(selection);
        reveal.run();
    }

    private void selectGoodsOf(Provider provider) {
        List<Selection.Item> items = state.data()
                .map(data -> data.dataset().supplies().stream()
                        .map(Supply::activity)
                        .filter(activity -> activity.provider().equals(provider))
                        .<Selection.Item>map(Selection.OfMaker::new)
                        .toList())
                .orElse(List.of());
        show(new Selection(items));
    }

    private List<Row> actions(String wanted, boolean actionsOnly, List<Found> found) {
        List<Row> all = new ArrayList<>();
        if (!actionsOnly && !found.isEmpty() && found.getFirst().target() instanceof Target.OfGood of) {
            all.addAll(about(of.good()));
        }
        if (!actionsOnly && !found.isEmpty() && found.getFirst().target() instanceof Target.OfMaker of) {
            all.add(lens(new LensSubject.OfMaker(of.provider())));
        }
        if (!actionsOnly && !found.isEmpty() && found.getFirst().target() instanceof Target.OfCountry of) {
            all.add(lens(new LensSubject.OfCountry(of.country())));
        }
        if (!actionsOnly && !found.isEmpty() && found.getFirst().target() instanceof Target.OfMarket of) {
            all.add(lens(new LensSubject.OfMarket(of.market())));
        }
        String folded = SearchText.fold(wanted);
        List<Row> matching = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();
        for (Command command : Command.values()) {
            String text = commands.textProperty(command).get();
            int rank = wanted.isEmpty() ? 0 : SearchText.rank(SearchText.fold(text), folded);
            if (rank != SearchText.NONE
                    && command != Command.FIND
                    && (actionsOnly || !wanted.isEmpty() || isCommon(command))) {
                int at = 0;
                while (at < ranks.size() && ranks.get(at) <= rank) {
                    at++;
                }
                ranks.add(at, rank);
                matching.add(at, commandRow(command, text));
            }
        }
        all.addAll(matching);
        return all;
    }

    private Row lens(LensSubject subject) {
        Runnable look = () -> state.looking().showLens(subject);
        return new Row(
                Group.ACTIONS,
                Texts.get("search.lens", subject.name()),
                "",
                "mdal-business_center",
                Optional.empty(),
                Command.VIEW_LENS.keyText(),
                "",
                look,
                look);
    }

    private static boolean isCommon(Command command) {
        return switch (command) {
            case ADD_RESTRICTION, GALLERY, WHY, COMPARE, KEYS -> true;
            default -> false;
        };
    }

    private Row commandRow(Command command, String text) {
        Runnable run = () -> commands.run(command);
        return new Row(
                Group.ACTIONS,
                text,
                commands.reasonNotProperty(command).get(),
                command.icon().orElse("mdal-keyboard_arrow_right"),
                Optional.empty(),
                command.keyText(),
                commands.reasonNotProperty(command).get(),
                run,
                run);
    }

    private String inSentence(Good good) {
        return state.data()
                .map(data -> Wording.inSentence(good, data.dataset()))
                .orElse(good.shortName());
    }

    private List<Row> about(Good good) {
        Runnable restrict = () -> {
            show(Selection.of(good));
            commands.run(Command.RESTRICT);
        };
        List<Row> all = new ArrayList<>();
        all.add(new Row(
                Group.ACTIONS,
                Texts.get("search.restrict", inSentence(good)),
                "",
                "mdal-gavel",
                Optional.empty(),
                Command.RESTRICT.keyText(),
                "",
                restrict,
                restrict));
        state.answer()
                .flatMap(Answer::headline)
                .filter(end -> !end.equals(good))
                .ifPresent(end -> {
                    Runnable path = () -> state.looking().focusProperty().set(Focus.HIT.withPath(good, end));
                    all.add(new Row(
                            Group.ACTIONS,
                            Texts.get("search.path", inSentence(good), inSentence(end)),
                            "",
                            "mdal-center_focus_strong",
                            Optional.empty(),
                            Command.PATH_BETWEEN.keyText(),
                            "",
                            path,
                            path));
                });
        return all;
    }
}
