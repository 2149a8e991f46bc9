package org.gongkai.build;

import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;
import org.gongkai.io.WorkPool;
import org.gongkai.markup.convert.Converters;
import org.gongkai.site.address.Slugs;

/**
 * What all steps of one build work with.
 *
 * @param source the files of the site
 * @param texts their texts
 * @param slugs makes names of addresses
 * @param converters convert bodies
 * @param pool works on many things at once
 * @param kept what earlier builds found out
 * @param findings is told every problem
 * @param timings is told how long each step took
 */
public record BuildContext(
        SourceTree source,
        SourceTexts texts,
        Slugs slugs,
        Converters converters,
        WorkPool pool,
        CacheFolder kept,
        ProblemCollector findings,
        Timings timings) {}
