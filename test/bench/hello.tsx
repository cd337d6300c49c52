import { enableCompileCache } from 'node:module';
import { render, Text, useInput } from 'ink';
import { useState } from 'react';

enableCompileCache();

/** The least that an Ink program can do: a line of text, and a number that a key counts up. */
function Hello() {
  const [count, setCount] = useState(0);
  useInput(() => setCount(before => before + 1));
  return <Text>hello {count}</Text>;
}

render(<Hello />, { alternateScreen: true, interactive: true, maxFps: 60 });
