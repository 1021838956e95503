package io.chokepoint.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Blocks of every kind of piece that the format knows. */
class SnappyTest {

    /** What a block is of, and the block. */
    private record Block(byte[] plain, byte[] packed) {}

    private static Block drawn(Random random) {
        byte[] plain = new byte[0];
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (int piece = 0; piece < 40; piece++) {
            if (plain.length == 0 || random.nextInt(3) == 0) {
                byte[] letters = new byte[1 + random.nextInt(random.nextBoolean() ? 60 : 70_000)];
                random.nextBytes(letters);
                literal(letters.length, pieces);
                pieces.writeBytes(letters);
                plain = joined(plain, letters);
                continue;
            }
            int kind = 1 + random.nextInt(3);
            int back = 1 + random.nextInt(Math.min(plain.length, kind == 1 ? 2_047 : kind == 2 ? 65_535 : 1 << 20));
            int length = kind == 1 ? 4 + random.nextInt(8) : 1 + random.nextInt(64);
            if (kind == 1) {
                pieces.write(back >>> 8 << 5 | length - 4 << 2 | 1);
                pieces.write(back);
            } else {
                pieces.write(length - 1 << 2 | kind);
                number(back, kind == 2 ? 2 : 4, pieces);
            }
            byte[] copied = new byte[length];
            for (int i = 0; i < length; i++) {
                copied[i] = i < back ? plain[plain.length - back + i] : copied[i - back];
            }
            plain = joined(plain, copied);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int rest = plain.length;
        for (; rest > 127; rest >>>= 7) {
            packed.write(rest | 0x80);
        }
        packed.write(rest);
        packed.writeBytes(pieces.toByteArray());
        return new Block(plain, packed.toByteArray());
    }

    private static void literal(int length, ByteArrayOutputStream out) {
        if (length <= 60) {
            out.write(length - 1 << 2);
        } else {
            int bytes = length <= 256 ? 1 : length <= 65_536 ? 2 : 3;
            out.write(59 + bytes << 2);
            number(length - 1, bytes, out);
        }
    }

    private static void number(int value, int bytes, ByteArrayOutputStream out) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >>> 8 * i);
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void everyKindOfPiece() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Block block = drawn(new Random(seed));
            assertThat(Snappy.unpacked(block.packed, block.plain.length)).isEqualTo(block.plain);
        }
    }

    /** Made by a compressor that others wrote (org.iq80.snappy 0.4). */
    @Test
    void aBlockOfAnotherProgram() throws IOException {
        byte[] block = HexFormat.of().parseHex("3144746865206669726d2073656c6c7320746f2015120c74686174461700");
        assertThat(new String(Snappy.unpacked(block, 49), StandardCharsets.US_ASCII))
                .isEqualTo("the firm sells to the firm that sells to the firm");
    }

    @Test
    void whatIsDamagedIsSaidSo() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Block block = drawn(random);
            byte[] cut = Arrays.copyOf(block.packed, random.nextInt(block.packed.length));
            assertThatThrownBy(() -> Snappy.unpacked(cut, block.plain.length))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("SNAPPY is damaged");
            assertThatThrownBy(() -> Snappy.unpacked(block.packed, block.plain.length + 1))
                    .isInstanceOf(IOException.class);
            byte[] spoilt = block.packed.clone();
            spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Snappy.unpacked(spoilt, block.plain.length);
            } catch (IOException said) {
                assertThat(said).hasMessageContaining("damaged");
            }
        }
    }
}
