package org.gongkai.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.source.SourceFile;
import org.gongkai.markup.convert.Converters.OtherMarkup;
import org.gongkai.problem.Problem;
import org.gongkai.site.SiteFile;

/** Opens projects of another generator, and lends sites its markup. */
public interface OtherProjects {

    /**
     * Reads a project's settings and lists its files.
     *
     * @param problems receives every problem, now and later
     * @return empty if the settings cannot be used
     */
    Optional<OtherProject> open(Path folder, Consumer<Problem> problems) throws IOException;

    /** Returns the converters of third parties for a site. */
    OtherMarkup markup(Path root);

    /** The pages and other files of a project. */
    public interface OtherPages {

        /** All files. If one cannot be rendered, a problem is reported when it is made, and its bytes mean nothing. */
        List<SiteFile> files();

        /** Addresses of the published documents. */
        List<String> documents();

        /** Published documents by the name of their type. */
        Map<String, Integer> counts();

        /** The next day on which the site changes by itself. */
        Optional<LocalDate> nextChange();
    }

    /**
     * An open project: first its files are read, in any order and by any number of threads, then its pages are planned,
     * then each is rendered.
     */
    public interface OtherProject extends AutoCloseable {

        /** Zone of the current day if no day is given. */
        ZoneId zone();

        /** The folders of the project, into which nothing may be written. */
        List<String> folders();

        List<SourceFile> documents();

        /** Reads one document and converts its body. */
        void read(SourceFile file);

        /** Plans all pages, once every document has been read. */
        OtherPages plan(LocalDate asOf);

        @Override
        void close();
    }
}
