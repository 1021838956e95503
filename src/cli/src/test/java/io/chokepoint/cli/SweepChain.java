package io.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The test dataset with two makers of everything, with figures that are drawn, with values and with two past episodes. */
final class SweepChain {
    private SweepChain() {}

    static Path write(Path folder) throws IOException {
        CommandRun.copyOfChain(folder);
        String supply = Files.readAllLines(folder.resolve("supply.csv")).getFirst();
        Files.writeString(folder.resolve("supply.csv"), supply + """

                a,x,0.5,0.6,0.8,0,0.1,0.3,1,2025,book,published,
                a,y,0.3,0.4,0.5,0,0.1,0.2,1,2025,book,published,
                b,y,,0.7,,0,0.05,0.1,1,2025,book,published,
                b,x,,0.3,,0,0.05,0.1,1,2025,book,published,
                c,y,,0.9,,,0,,1,2025,book,assumption,invented
                c,x,,0.1,,,0,,1,2025,book,assumption,invented
                """);
        String needs = Files.readAllLines(folder.resolve("dependencies.csv")).getFirst();
        Files.writeString(folder.resolve("dependencies.csv"), needs + """

                a,b,consumed,0.8,0.9,1,,0.8,,1,4,9,3,,4,,,,0.1,,melted into it,book,derived,invented
                b,c,consumed,0.7,0.9,1,,0.7,,2,6,12,2,,8,,,,0.1,,wound into it,book,assumption,invented
                """);
        Files.writeString(folder.resolve("values.csv"), """
                good,value_low,value,value_high,other_tolerance_low,other_tolerance,other_tolerance_high,year,source,basis,note
                a,50,100,200,2,4,8,2025,book,derived,
                b,900,1000,1100,,3,,2025,book,assumption,invented
                c,2000,4000,8000,,2,,2025,book,published,
                """);
        Files.createDirectories(folder.resolve("backtests"));
        episode(folder, "first", "good:a provider:x to.good:b");
        episode(folder, "second", "good:b provider:y");
        return folder;
    }

    private static void episode(Path folder, String id, String selector) throws IOException {
        Files.writeString(folder.resolve("backtests").resolve(id + ".json"), """
                {
                  "id": "%s",
                  "title": "An episode, %s",
                  "question": "When?",
                  "startDate": "2025-04-07",
                  "horizonWeeks": 30,
                  "restrictions": [
                    { "kind": "export-ban", "select": ["%s"], "start": 2, "end": 14, "leak": [0.1, 0.2, 0.4] }
                  ],
                  "observations": [
                    {
                      "good": "c", "fromWeek": 0, "toWeek": 29, "low": 0.3, "central": 0.5, "high": 0.9,
                      "source": "book", "text": "Half of it."
                    },
                    {
                      "good": "b", "measure": "first-loss", "fromWeek": 0, "toWeek": 29, "low": 3, "central": 5, "high": 9,
                      "source": "book", "text": "Soon."
                    }
                  ]
                }
                """.formatted(id, id, selector));
    }
}
