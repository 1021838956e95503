package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.ui.control.PicturePainter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Compares a picture with the approved one in {@code src/test/resources/pictures}. A few pixels may differ, and all of them a
 * little: text and slanted lines are not smoothed in the same way everywhere. Where it differs, or there is none, the new one is
 * written into {@code target/pictures}; look at it, and copy it over the approved one if it is right.
 */
public final class ApprovedPicture {
    /** Pixels are compared as means of blocks of this many a side, which swallows smoothing. */
    private static final int BLOCK = 4;

    /** In levels of 255, of the mean of red, green and blue. */
    private static final double VISIBLE = 14;

    /** Part of all blocks that may differ visibly. */
    private static final double ALLOWED = 0.002;

    private ApprovedPicture() {}

    /** @param name without an ending */
    public static void check(String name, Picture picture) {
        check(name, copy(paint(picture)));
    }

    /** @param name without an ending */
    public static void check(String name, WritableImage image) {
        check(name, copy(image));
    }

    /** Part of the pixels, as means of blocks, in which two images of one size look different, in [0, 1]. */
    public static double differing(WritableImage a, WritableImage b) {
        return differing(copy(a), copy(b));
    }

    private static void check(String name, BufferedImage now) {
        BufferedImage approved = read(name);
        Path beside = Path.of("target", "pictures", name + ".png");
        if (approved == null) {
            write(now, beside);
            throw new AssertionError("no approved picture '" + name + "'; look at " + beside);
        }
        double differing = approved.getWidth() == now.getWidth() && approved.getHeight() == now.getHeight()
                ? differing(approved, now)
                : 1;
        if (differing > ALLOWED) {
            write(now, beside);
        }
        assertThat(differing)
                .as("part of picture '%s' that looks different; the new one is %s", name, beside)
                .isLessThanOrEqualTo(ALLOWED);
    }

    /** The picture in pixels. */
    public static WritableImage paint(Picture picture) {
        return Toolkit.onUiThread(() -> {
            Canvas canvas = new Canvas(picture.width(), picture.height());
            PicturePainter.paint(picture, canvas.getGraphicsContext2D());
            return canvas.snapshot(null, null);
        });
    }

    private static BufferedImage copy(WritableImage image) {
        BufferedImage copy =
                new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        PixelReader reader = image.getPixelReader();
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        return copy;
    }

    private static @Nullable BufferedImage read(String name) {
        try (InputStream in = ApprovedPicture.class.getResourceAsStream("/pictures/" + name + ".png")) {
            return in == null ? null : ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedImage image, Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double differing(BufferedImage a, BufferedImage b) {
        int across = a.getWidth() / BLOCK;
        int down = a.getHeight() / BLOCK;
        int different = 0;
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                double sum = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs(mean(a, x, y, shift) - mean(b, x, y, shift));
                }
                if (sum / 3 > VISIBLE) {
                    different++;
                }
            }
        }
        return (double) different / (across * down);
    }

    private static double mean(BufferedImage image, int x, int y, int shift) {
        int sum = 0;
        for (int dy = 0; dy < BLOCK; dy++) {
            for (int dx = 0; dx < BLOCK; dx++) {
                sum += image.getRGB(x * BLOCK + dx, y * BLOCK + dy) >> shift & 0xFF;
            }
        }
        return (double) sum / (BLOCK * BLOCK);
    }
}
