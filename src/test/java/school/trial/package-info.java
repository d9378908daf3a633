/** Code that breaks each wall, so that the tests of the walls can be seen to bite; nothing else uses it. */
package school.trial;
