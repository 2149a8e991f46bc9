/**
 * All that the product adds to the core of a site: each feature reads its own settings and adds rules, pages and files
 * through {@link org.gongkai.pipeline.feature.Feature}. A feature may know the core, but never the inside of another.
 */
package org.gongkai.feature;
