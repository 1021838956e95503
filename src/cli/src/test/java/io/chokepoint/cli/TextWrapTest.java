package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWrapTest {
    @Test
    void breaksBetweenWordsAndKeepsIndents() {
        assertThat(TextWrap.wrap("one two three\n\n1. four five six\n   seven eight nine\n", 12))
                .isEqualTo("one two\nthree\n\n1. four five\n   six\n   seven\n   eight\n   nine\n");
    }

    @Test
    void aWordLongerThanTheLineStandsAlone() {
        assertThat(TextWrap.wrap("see https://example.org/a-long-address now", 10))
                .isEqualTo("see\nhttps://example.org/a-long-address\nnow\n");
    }
}
