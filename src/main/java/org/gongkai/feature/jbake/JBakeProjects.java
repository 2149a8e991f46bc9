package org.gongkai.feature.jbake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.feature.jbake.engine.ThirdPartyEngines;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.markup.convert.OtherMarkup;
import org.gongkai.pipeline.project.OtherProject;
import org.gongkai.pipeline.project.OtherProjects;
import org.gongkai.problem.Problem;

/** Projects of JBake, and the engines for its markup on the class path. */
public final class JBakeProjects implements OtherProjects {

    @Override
    public Optional<OtherProject> open(Path folder, AsciiDocEngines engines, Consumer<Problem> problems)
            throws IOException {
        return JBakeSite.open(folder, engines, problems);
    }

    @Override
    public OtherMarkup markup(Path root) {
        return new ThirdPartyEngines(root);
    }
}
