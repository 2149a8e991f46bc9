package org.gongkai.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gongkai.output.Output;
import org.gongkai.site.link.BodyFacts;

/**
 * The site of one audience, rendered into a staged output.
 *
 * @param folder the folder that it will be put in place at; empty if it was only checked
 * @param output the staged output, without the manifest
 * @param bodies the facts about each body, by the path of its entry
 * @param pages the number of pages
 */
record RenderedSite(Optional<Path> folder, Output output, Map<String, BodyFacts> bodies, int pages) {}
