package io.chokepoint.firms.esri;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmIds;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How much the firms of a sector need what those of another sell, after Pichler et al. (2021): {@link #ESSENTIAL}, {@link
 * #NON_ESSENTIAL} or {@link #NEGLIGIBLE} for each pair of supplier's and buyer's sector.
 */
public final class Essentiality {
    /** What its makers cannot do without: production falls as the input does. */
    public static final byte ESSENTIAL = 2;

    /** What adds its share of all purchases to production. */
    public static final byte NON_ESSENTIAL = 1;

    /** What production does not need at all. */
    public static final byte NEGLIGIBLE = 0;

    private static final byte UNKNOWN = -1;
    private static final int MOST_SECTORS = 20_000;

    private final int sectors;
    private final byte[] codes;

    private Essentiality(int sectors, byte fill) {
        this.sectors = sectors;
        this.codes = new byte[Math.multiplyExact(sectors, sectors)];
        Arrays.fill(codes, fill);
    }

    /** One code for all pairs of a network's sectors. */
    public static Essentiality all(FirmNetwork network, byte code) {
        return new Essentiality(network.sectors().count(), code);
    }

    /**
     * Codes for all pairs of a network's sectors.
     *
     * @param codes by number of the supplier's sector times how many sectors there are, plus that of the buyer's sector
     */
    public static Essentiality of(FirmNetwork network, byte[] codes) {
        Essentiality made = all(network, NEGLIGIBLE);
        if (codes.length != made.codes.length) {
            throw new IllegalArgumentException(codes.length + " codes for " + made.sectors + " sectors");
        }
        System.arraycopy(codes, 0, made.codes, 0, codes.length);
        return made;
    }

    /** The same with another code for one pair. */
    public Essentiality with(int supplierSector, int buyerSector, int code) {
        Essentiality other = new Essentiality(sectors, NEGLIGIBLE);
        System.arraycopy(codes, 0, other.codes, 0, codes.length);
        other.codes[supplierSector * sectors + buyerSector] = (byte) code;
        return other;
    }

    /** The code of a pair, by the numbers of the sectors. */
    public int code(int supplierSector, int buyerSector) {
        return codes[supplierSector * sectors + buyerSector];
    }

    /**
     * Reads a table with columns {@code supplier_sector}, {@code buyer_sector}, {@code code}. Sectors that no firm has are passed
     * over; a pair that trades and has no code is a fault, unless there is a code for all others.
     *
     * @param others the code of pairs that the table does not name, -1 where it must name all that trade
     * @throws IOException if the file cannot be read
     */
    public static Essentiality read(Path file, FirmNetwork network, int others, Faults faults, RunMonitor monitor)
            throws IOException {
        FirmIds names = network.sectors().names();
        if (names.size() > MOST_SECTORS) {
            faults.add(
                    file.toString(),
                    0,
                    "",
                    "the firms have " + Amounts.count(names.size()) + " sectors; expected at most "
                            + Amounts.count(MOST_SECTORS) + ", since each pair of them has a code");
            return new Essentiality(0, UNKNOWN);
        }
        Essentiality read = new Essentiality(names.size(), UNKNOWN);
        try (TableRows rows =
                TableRows.open(file, List.of("supplier_sector", "buyer_sector", "code"), faults, monitor)) {
            if (!rows.readable()) {
                return read;
            }
            int supplier = rows.column("supplier_sector");
            int buyer = rows.column("buyer_sector");
            int code = rows.column("code");
            while (rows.next()) {
                double value = rows.number(code);
                if (value != ESSENTIAL && value != NON_ESSENTIAL && value != NEGLIGIBLE) {
                    rows.fault(
                            "code",
                            "code",
                            "'" + rows.text(code) + "' is none of 0 (negligible), 1 (non-essential), 2 (essential)");
                    continue;
                }
                int from = names.find(rows.letters(), rows.from(supplier), rows.to(supplier));
                int to = names.find(rows.letters(), rows.from(buyer), rows.to(buyer));
                if (from < 0 || to < 0) {
                    continue;
                }
                int place = from * read.sectors + to;
                if (read.codes[place] != UNKNOWN && read.codes[place] != (byte) value) {
                    rows.fault(
                            "code",
                            "twice",
                            "is " + (byte) value + ", but a row above says " + read.codes[place]
                                    + " for the same two sectors");
                }
                read.codes[place] = (byte) value;
            }
        }
        read.complete(file, network, others, faults);
        return read;
    }

    private void complete(Path file, FirmNetwork network, int others, Faults faults) {
        int[] sector = network.sectors().of();
        boolean[] missing = new boolean[codes.length];
        for (int firm = 0; firm < network.firms(); firm++) {
            for (int place = network.byBuyer().start()[firm];
                    place < network.byBuyer().start()[firm + 1];
                    place++) {
                int pair = sector[network.byBuyer().neighbour()[place]] * sectors + sector[firm];
                missing[pair] |= codes[pair] == UNKNOWN;
            }
        }
        for (int pair = 0; pair < codes.length; pair++) {
            if (missing[pair] && others < 0) {
                faults.add(
                        file.toString(),
                        0,
                        "code",
                        "no code",
                        "there is none for supplier sector '"
                                + network.sectors().names().text(pair / sectors) + "' and buyer sector '"
                                + network.sectors().names().text(pair % sectors)
                                + "', which trade; name it, or give one for all others with essential_others");
            }
            if (codes[pair] == UNKNOWN) {
                codes[pair] = (byte) Math.max(NEGLIGIBLE, others);
            }
        }
    }
}
