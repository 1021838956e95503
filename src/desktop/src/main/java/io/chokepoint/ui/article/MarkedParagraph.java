package io.chokepoint.ui.article;

import io.chokepoint.article.Sentence;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A paragraph with its marks as lines below the words, and the sentence that is looked at lit. */
final class MarkedParagraph extends Region {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double BELOW = 1.5;
    private static final double APART = 3;

    /**
     * A marked range.
     *
     * @param start in the article's text
     */
    record Mark(MarkKind kind, int start, int end) {}

    /**
     * What stands in one row.
     *
     * @param start where it begins in the article's text
     * @param drafted numbers of the sentences of which there is a draft
     */
    record Content(int start, String text, List<Sentence> sentences, List<Mark> marks, List<Integer> drafted) {}

    private final Content content;
    private final int lit;
    private final TextFlow flow;

    /**
     * @param lit number of the sentence that is looked at
     * @param onSentence told of the sentence that is clicked
     */
    MarkedParagraph(Content content, int lit, IntConsumer onSentence) {
        this.content = content;
        this.lit = lit;
        Text text = new Text(content.text());
        text.getStyleClass().add("article-text");
        flow = new TextFlow(text);
        flow.setLineSpacing(7);
        getChildren().setAll(flow);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            Point2D at = flow.parentToLocal(event.getX(), event.getY());
            int place = content.start() + flow.hitTest(at).getCharIndex();
            content.sentences().stream()
                    .filter(sentence -> sentence.start() <= place && place < sentence.end())
                    .findFirst()
                    .ifPresent(sentence -> onSentence.accept(sentence.number()));
        });
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(flow.prefHeight(width)) + 4;
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        getChildren().setAll(flow);
        for (Sentence sentence : content.sentences()) {
            boolean isLit = sentence.number() == lit;
            if (isLit || content.drafted().contains(sentence.number())) {
                Path behind = new Path(flow.rangeShape(from(sentence.start()), from(sentence.end())));
                behind.getStyleClass().add("drafted-sentence");
                behind.pseudoClassStateChanged(LIT, isLit);
                add(behind, true);
            }
        }
        content.marks().forEach(this::draw);
    }

    private int from(int place) {
        return Math.clamp(place - content.start(), 0, content.text().length());
    }

    /** One line below each line of text over which the range goes. */
    private void draw(Mark mark) {
        PathElement[] shape = flow.underlineShape(from(mark.start()), from(mark.end()));
        double offset = mark.kind() == MarkKind.CLAIM ? BELOW + APART : BELOW;
        double left = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (PathElement element : shape) {
            if (element instanceof MoveTo move) {
                line(mark.kind(), left, right, bottom + offset);
                left = move.getX();
                right = move.getX();
                bottom = move.getY();
            } else if (element instanceof LineTo to) {
                left = Math.min(left, to.getX());
                right = Math.max(right, to.getX());
                bottom = Math.max(bottom, to.getY());
            }
        }
        line(mark.kind(), left, right, bottom + offset);
    }

    private void line(MarkKind kind, double left, double right, double y) {
        if (right > left) {
            for (int each = 0; each < (kind.isDouble() ? 2 : 1); each++) {
                Line line = new Line(left, y + each * APART, right, y + each * APART);
                line.getStyleClass().addAll("mark", kind.styleClass());
                add(line, false);
            }
        }
    }

    private void add(Node shape, boolean behind) {
        shape.setManaged(false);
        shape.setMouseTransparent(true);
        if (behind) {
            getChildren().addFirst(shape);
        } else {
            getChildren().add(shape);
        }
    }
}
