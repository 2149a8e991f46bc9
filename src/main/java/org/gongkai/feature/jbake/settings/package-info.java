/**
 * The settings of a JBake project and what they configure: its files, its converters and the configuration that engines
 * receive. Comes in: a project's folder. Knows no document and no page.
 */
package org.gongkai.feature.jbake.settings;
