package io.chokepoint.ui.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as PNG, by the JDK's encoder; the one place where AWT is used. */
public final class PngEncoder {
    /** The keyword of the text chunk that says where a picture comes from. */
    public static final String PROVENANCE = "provenance";

    private static final String NATIVE = "javax_imageio_png_1.0";

    private PngEncoder() {}

    /** @param about where the picture comes from, in Latin letters; kept in a text chunk unless it is empty */
    public static byte[] encode(Image image, String about) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        if (!writers.hasNext()) {
            throw new IOException("this Java runtime cannot write PNG pictures");
        }
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(copy, null, about(writer, copy, about)));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata about(ImageWriter writer, BufferedImage image, String about) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        if (!about.isEmpty()) {
            IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
            entry.setAttribute("keyword", PROVENANCE);
            entry.setAttribute("value", about);
            IIOMetadataNode texts = new IIOMetadataNode("tEXt");
            texts.appendChild(entry);
            IIOMetadataNode root = new IIOMetadataNode(NATIVE);
            root.appendChild(texts);
            metadata.mergeTree(NATIVE, root);
        }
        return metadata;
    }
}
