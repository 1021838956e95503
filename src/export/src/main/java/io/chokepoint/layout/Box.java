package io.chokepoint.layout;

/** A rectangle in px, from its upper left corner. */
public record Box(double x, double y, double width, double height) {

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    public boolean intersects(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** The box grown by a margin on all four sides. */
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** Part of the way from this box to another, 0 here, 1 there. */
    public Box towards(Box other, double part) {
        return new Box(
                x + (other.x - x) * part,
                y + (other.y - y) * part,
                width + (other.width - width) * part,
                height + (other.height - height) * part);
    }
}
