package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void caseSubscriptsHyphensAndAccentsDoNotMatter() {
        assertThat(SearchText.fold("Y₂O₃")).isEqualTo("y2o3");
        assertThat(SearchText.fold("Yttria-coated")).isEqualTo("yttria coated");

        assertThat(SearchText.fold("氧化钇")).isEqualTo("氧化钇");
    }

    @Test
    void aBeginningIsBetterThanAWordInsideAndThatBetterThanLetters() {
        int whole = SearchText.rank("etch step", "etch step");
        int start = SearchText.rank("etch step", "etch");
        int word = SearchText.rank("plasma etch", "etch");
        int letters = SearchText.rank("fetching", "etch");
        int words = SearchText.rank("step of plasma etch", "etch step");

        assertThat(new int[] {whole, start, word, letters, words}).isSorted().doesNotHaveDuplicates();
        assertThat(SearchText.rank("wafers", "etch")).isEqualTo(SearchText.NONE);
        assertThat(SearchText.rank("wafers", "")).isEqualTo(SearchText.NONE);
    }
}
