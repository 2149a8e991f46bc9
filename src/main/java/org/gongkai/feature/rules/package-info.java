/**
 * The rules of the product as a feature. In: the settings of a site; out: the rules of {@code check} that apply to it.
 * Knows nothing of what rules examine.
 */
package org.gongkai.feature.rules;
