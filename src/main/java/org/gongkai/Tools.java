package org.gongkai;

import org.gongkai.markup.Converters;
import org.gongkai.site.Slugs;
import org.gongkai.source.SourceTree;
import org.gongkai.source.Texts;

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
record Tools(
        SourceTree source,
        Texts texts,
        Slugs slugs,
        Converters converters,
        WorkPool pool,
        KeptFolder kept,
        Findings findings,
        Timings timings) {}
