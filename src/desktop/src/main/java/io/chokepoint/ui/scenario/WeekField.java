package io.chokepoint.ui.scenario;

import io.chokepoint.study.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/**
 * A field for a week, by number or by date: "Week 4, 29 Dec 2025". The arrow keys move it by a week, with Shift by four. Empty
 * means none where that is allowed.
 */
final class WeekField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Pattern WEEK = Pattern.compile("(?i)\\s*(?:week\\s*)?(\\d{1,4})\\b.*");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d MMM yyyy")
                    .toFormatter(Locale.ENGLISH));

    private final Optional<LocalDate> start;
    private final boolean mayBeEmpty;
    private final Consumer<OptionalInt> onChange;
    private OptionalInt week = OptionalInt.empty();

    /**
     * @param start the day on which week 0 starts, if it has one
     * @param onChange told of each new week; empty for none
     */
    WeekField(Optional<LocalDate> start, boolean mayBeEmpty, String prompt, Consumer<OptionalInt> onChange) {
        this.start = start;
        this.mayBeEmpty = mayBeEmpty;
        this.onChange = onChange;
        setPromptText(prompt);
        getStyleClass().add("week-field");
        setOnAction(event -> accept());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                accept();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void show(OptionalInt value) {
        week = value;
        pseudoClassStateChanged(WRONG, false);
        setText(value.isPresent() ? words(value.getAsInt()) : "");
    }

    private String words(int value) {
        return "Week " + value
                + start.map(day -> ", " + Wording.date(day.plusWeeks(value))).orElse("");
    }

    private void key(KeyEvent event) {
        int by = switch (event.getCode()) {
            case UP -> 1;
            case DOWN -> -1;
            default -> 0;
        };
        if (by != 0 && week.isPresent()) {
            change(OptionalInt.of(Math.max(0, week.getAsInt() + by * (event.isShiftDown() ? 4 : 1))));
            event.consume();
        }
    }

    private void accept() {
        Optional<OptionalInt> parsed = parse(getText(), start);
        boolean right = parsed.isPresent() && (mayBeEmpty || parsed.get().isPresent());
        pseudoClassStateChanged(WRONG, !right);
        if (right && !parsed.get().equals(week)) {
            change(parsed.get());
        } else if (right) {
            show(week);
        }
    }

    private void change(OptionalInt value) {
        show(value);
        onChange.accept(value);
    }

    /** Empty where the text is no week; an empty week where it is blank. */
    static Optional<OptionalInt> parse(String text, Optional<LocalDate> start) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty()) {
            return Optional.of(OptionalInt.empty());
        }
        if (start.isPresent()) {
            for (DateTimeFormatter format : DATES) {
                try {
                    long days = ChronoUnit.DAYS.between(start.get(), LocalDate.parse(trimmed, format));
                    return days < 0 ? Optional.empty() : Optional.of(OptionalInt.of((int) (days / 7)));
                } catch (DateTimeParseException notThisForm) {
                    continue;
                }
            }
        }
        Matcher matcher = WEEK.matcher(trimmed);
        return matcher.matches() ? Optional.of(OptionalInt.of(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }
}
