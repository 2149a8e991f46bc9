/**
 * Projects of another generator as the core sees them. It writes their pages and files, and knows neither their
 * settings nor their templates.
 */
package org.gongkai.pipeline.project;
