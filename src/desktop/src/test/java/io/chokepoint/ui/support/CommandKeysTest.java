package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A name that JavaFX does not know as a key becomes a character to be typed, and no key press ever matches it. */
class CommandKeysTest {

    static Stream<String> accelerators() {
        return Stream.of(Command.values())
                .flatMap(
                        command -> Stream.concat(command.accelerator().stream(), command.secondAccelerator().stream()));
    }

    @ParameterizedTest
    @MethodSource("accelerators")
    void everyAcceleratorNamesAKey(String accelerator) {
        assertThat(KeyCombination.valueOf(accelerator)).isInstanceOf(KeyCodeCombination.class);
    }
}
