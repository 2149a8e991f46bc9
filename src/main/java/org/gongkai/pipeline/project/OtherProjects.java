package org.gongkai.pipeline.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.markup.convert.OtherMarkup;
import org.gongkai.problem.Problem;

/** Opens projects of another generator, and lends sites its markup. */
public interface OtherProjects {

    /**
     * Reads a project's settings and lists its files.
     *
     * @param engines where Asciidoctor is taken from, and given back to in the end
     * @param problems receives every problem, now and later
     * @return empty if the settings cannot be used
     */
    Optional<OtherProject> open(Path folder, AsciiDocEngines engines, Consumer<Problem> problems) throws IOException;

    /** Returns the converters of third parties for a site. */
    OtherMarkup markup(Path root);
}
