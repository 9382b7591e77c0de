// A score of 0 to 100 for each mail client, from what it is known to support.
import { analyzeEmail, generateCompatibilityScore } from '@emailens/engine';

export function scoreClients(page) {
  const scores = generateCompatibilityScore(analyzeEmail(page));
  return Object.fromEntries(Object.entries(scores).map(([client, { score }]) => [client, score]));
}
