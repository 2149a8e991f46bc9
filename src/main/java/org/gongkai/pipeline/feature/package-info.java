/**
 * What a part of the product may add to a site. The core calls features through these types and knows none of them; the
 * list of all is {@code org.gongkai.feature.Features}.
 */
package org.gongkai.pipeline.feature;
