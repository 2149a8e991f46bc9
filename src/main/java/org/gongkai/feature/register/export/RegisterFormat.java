package org.gongkai.feature.register.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.feature.register.model.Register;
import org.gongkai.io.Digests;
import org.gongkai.io.Json;
import org.gongkai.io.Memoized;
import org.gongkai.output.table.PlainTable;
import org.gongkai.site.Item;
import org.gongkai.site.SiteFile;

/** The format of a file of a register. */
public enum RegisterFormat {
    JSON("json", register -> RegisterJson.of(register).getBytes(StandardCharsets.UTF_8)),
    CSV("csv", register -> new RegisterTables(register).all().csv()),
    XLSX("xlsx", register -> PlainTable.workbook(new RegisterTables(register).sheets()));

    private final String ending;
    private final Function<Register, byte[]> writer;

    RegisterFormat(String ending, Function<Register, byte[]> writer) {
        this.ending = ending;
        this.writer = writer;
    }

    /** Returns the address of the file of a register, from the root of the site. */
    public String address(String id) {
        return Register.FOLDER + id + "/" + id + "." + ending;
    }

    /** Returns all files of a register: {@code registers/ID/ID.json}, {@code .csv} and {@code .xlsx}. */
    public static List<SiteFile> files(Register register) {
        // Computed once for all formats, as it reads every row.
        Supplier<String> content = new Memoized<>(() -> fingerprint(register));
        return Arrays.stream(values())
                .map(format -> SiteFile.of(
                        format.address(register.spec().id()),
                        SiteFile.NO_TEMPLATE,
                        // Only JSON contains the day.
                        () -> content.get() + (format == JSON ? " " + register.asOf() : ""),
                        () -> format.bytes(register)))
                .toList();
    }

    /** Returns the fingerprint of everything that is exported but the day. */
    private static String fingerprint(Register register) {
        List<List<String>> evidence = register.expected()
                .map(expected -> expected.evidence().stream().map(Item::address).toList())
                .toList();
        String content = Json.of(
                List.of(register.spec().toString(), register.showsGaps(), RegisterJson.years(register), evidence));
        return Digests.sha256(content);
    }

    /** Returns the content of the file of a register; the same for the same register, on any machine. */
    public byte[] bytes(Register register) {
        return writer.apply(register);
    }
}
