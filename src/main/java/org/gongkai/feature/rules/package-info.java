/**
 * The rules of the product as a feature. Comes in: the settings of a site. Goes out: its rules, which {@code check}
 * holds.
 */
package org.gongkai.feature.rules;
