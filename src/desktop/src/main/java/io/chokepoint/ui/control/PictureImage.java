package io.chokepoint.ui.control;

import io.chokepoint.export.picture.Picture;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** A picture in pixels, painted without being shown. UI thread only. */
public final class PictureImage {
    /** Higher or wider canvases cannot be painted everywhere, so that large pictures are painted in tiles. */
    private static final int TILE = 2048;

    private PictureImage() {}

    /** @param scale pixels for one px of the picture, > 0 */
    public static WritableImage of(Picture picture, double scale) {
        // Letters of their real size are drawn better than letters that are enlarged.
        Picture enlarged = scale == 1 ? picture : picture.scaled(scale);
        int width = (int) Math.ceil(picture.width() * scale);
        int height = (int) Math.ceil(picture.height() * scale);
        WritableImage image = new WritableImage(width, height);
        for (int top = 0; top < height; top += TILE) {
            for (int left = 0; left < width; left += TILE) {
                int across = Math.min(TILE, width - left);
                int down = Math.min(TILE, height - top);
                WritableImage tile = tile(enlarged, left, top, across, down);
                int[] pixels = new int[across * down];
                tile.getPixelReader()
                        .getPixels(0, 0, across, down, PixelFormat.getIntArgbInstance(), pixels, 0, across);
                image.getPixelWriter()
                        .setPixels(left, top, across, down, PixelFormat.getIntArgbInstance(), pixels, 0, across);
            }
        }
        return image;
    }

    private static WritableImage tile(Picture picture, int left, int top, int width, int height) {
        Canvas canvas = new Canvas(width, height);
        canvas.getGraphicsContext2D().setTransform(1, 0, 0, 1, -left, -top);
        PicturePainter.paint(picture, canvas.getGraphicsContext2D());
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.TRANSPARENT);
        return canvas.snapshot(how, null);
    }
}
