package org.gongkai.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.write.form.EntryPresets;

/**
 * A draft for a site, with its index number, the column that the site has for its kind, and its place.
 *
 * @param folder its folder below {@code content}
 * @param name its file name without an extension, which may be taken
 * @param text its content
 * @param numbered whether it has an index number, if entries of its kind have one
 */
public record NewDraft(Path folder, String name, String text, boolean numbered) {

    /**
     * Makes a draft.
     *
     * @param site the settings and entries of the site
     * @param kind its kind
     * @param kindName the name by which the kind was requested
     * @param title its title, if known; line breaks and repeated blanks become single ones
     * @param day the publication day
     */
    public static NewDraft of(SiteHeaders site, Kind kind, String kindName, Optional<String> title, LocalDate day) {
        EntryPresets defaults = new EntryPresets(site.config(), site.entries());
        String column = defaults.column(kind);
        Optional<String> words = title.map(
                        typed -> typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .filter(typed -> !typed.isEmpty());
        Optional<String> number = Optional.of(site.config().code())
                .filter(code -> NewEntry.isNumbered(kind) && !code.isEmpty())
                .map(code -> new IndexNumbers(code, site.entries(), site.unread(), site.previousNumbers())
                        .next(day.getYear()));
        String text = new NewEntry(kind, kindName, words, number, column, day, defaults, site.calendar()).text();
        String file = TitleFileName.of(words.orElse(kind.name()));
        String folder = TitleFileName.of(column);
        return new NewDraft(
                Path.of(folder.isEmpty() ? "条目" : folder, String.valueOf(day.getYear())),
                file.isEmpty() ? kind.name() : file,
                text,
                number.isPresent() || !NewEntry.isNumbered(kind));
    }

    /**
     * Writes the file, with a number after its name if the name is taken.
     *
     * @param root the root of the site
     * @return the path of the file
     * @throws IOException if it cannot be written
     */
    public Path write(Path root) throws IOException {
        return TitleFileName.writeNew(root.resolve("content").resolve(folder), name, text);
    }
}
