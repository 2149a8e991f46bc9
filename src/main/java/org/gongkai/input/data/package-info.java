/**
 * Data that people type. Comes in: YAML text. Goes out: a tree of {@link org.gongkai.data.Value}s, each with its line
 * and column, so that whoever reads meaning into it can say where a mistake is. Knows nothing of what the data mean.
 */
package org.gongkai.input.data;
