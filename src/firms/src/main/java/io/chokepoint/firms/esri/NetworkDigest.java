package io.chokepoint.firms.esri;

import io.chokepoint.firms.FirmNetwork;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of arrays, the same on every machine. */
final class NetworkDigest {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private NetworkDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** All that the indices of a shock depend on, ids and order of the firms included. */
    static String of(EsriNetwork esri) {
        NetworkDigest all = new NetworkDigest();
        FirmNetwork network = esri.network;
        all.add(network.firms());
        for (int firm = 0; firm < network.firms(); firm++) {
            byte[] id = network.ids().text(firm).getBytes(StandardCharsets.UTF_8);
            all.add(id.length);
            all.flush();
            all.digest.update(id);
        }
        all.add(network.sectors().of());
        all.add(esri.market);
        all.add(network.byBuyer().start());
        all.add(network.byBuyer().neighbour());
        all.add(esri.out);
        all.add(esri.up);
        all.add(esri.runs);
        all.add(esri.target);
        all.add(esri.groupBuyer);
        all.add(esri.down);
        esri.weights.forEach(all::add);
        all.flush();
        return HexFormat.of().formatHex(all.digest.digest());
    }

    private void add(int number) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putInt(number);
    }

    private void add(int[] numbers) {
        add(numbers.length);
        for (int number : numbers) {
            add(number);
        }
    }

    private void add(double[] numbers) {
        add(numbers.length);
        for (double number : numbers) {
            if (buffer.remaining() < Long.BYTES) {
                flush();
            }
            buffer.putDouble(number);
        }
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
