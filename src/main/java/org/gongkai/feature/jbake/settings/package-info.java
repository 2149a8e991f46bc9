/**
 * The settings of a JBake project and what they configure: its files, its converters and the configuration of engines.
 * In: a project's folder; out: checked settings. Knows nothing of documents and pages.
 */
package org.gongkai.feature.jbake.settings;
