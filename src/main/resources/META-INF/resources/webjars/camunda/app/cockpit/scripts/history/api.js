const REFUSALS = {
  403: 'У вас нет права видеть эту историю.',
  404: 'Такого экземпляра процесса нет среди тех, что вам видны.',
};

/** Asks the engine, in the person's own name; an error carries a text for the person. */
export async function ask({ api, signal }, path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const response = await reach(`${api.engineApi}${path}?${query}`, signal);
  if (response.status === 401) {
    window.location.href = '/login';
  }
  if (!response.ok) {
    throw new Error(REFUSALS[response.status] || `Сервер не смог ответить (код ${response.status}).`);
  }
  return response.json();
}

async function reach(address, signal) {
  try {
    return await fetch(address, { signal, headers: { Accept: 'application/json' } });
  } catch (error) {
    throw new Error('Нет связи с сервером.', { cause: error });
  }
}
